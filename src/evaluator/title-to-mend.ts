import type { Rule } from './rule.ts';

/** What is to mend, in a few words: for a component that it is missing. */
export const titleToMend = (rule: Rule): string => (rule.kind === 'component' ? rule.missing : rule.title);
