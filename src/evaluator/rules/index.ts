import type { Rule } from '../rule.ts';

/** Every rule in rubric order. A rule may ask what the rules before it found. */
export const RULES: readonly Rule[] = [];
