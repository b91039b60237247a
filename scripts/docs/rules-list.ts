import type { Rule } from '../../src/evaluator/rule.ts';

const KINDS = [
  ['component', 'What a good apology has'],
  ['fault', 'What it does wrong'],
  ['gate', 'What keeps it from being ready'],
] as const;

/** Every rule by its title, with a link to its part of `docs/rules.md`. */
export const rulesList = (rules: readonly Rule[]): string =>
  KINDS.map(([kind, heading]) => {
    const links = rules
      .filter((rule) => rule.kind === kind)
      .map(({ id, title }) => `[${title}](docs/rules.md#${id})`);
    return `- **${heading}** (${links.length}): ${links.join(' · ')}`;
  }).join('\n');
