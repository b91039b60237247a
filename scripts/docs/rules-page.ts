import type { Practice, Rule } from '../../src/evaluator/rule.ts';
import { SOURCES } from '../../src/evaluator/sources.ts';

const HEADINGS = {
  component: ['Components', 'What a good apology has. The weights of all components add up to 100.'],
  fault: ['Faults', 'What it does wrong. The points are taken off once, however often a fault occurs.'],
  gate: ['Gate', 'Keeps a draft from being called ready, whatever its score.'],
} as const;

/** The page that shows every rule as a Markdown document: what it looks for, why, what to do, examples, sources. */
export function rulesPage(rules: readonly Rule[]): string {
  const lines = [
    '# The rules',
    '',
    'Written by `npm run docs` from `src/evaluator/rules/`; each rule is a file there under its own name. In the examples, «» stands around the words that a reader of the checklist sees quoted.',
    '',
    ...rules.map((rule) => `- [${rule.title}](#${rule.id}) \`${rule.id}\` (${worth(rule)})`),
  ];
  for (const kind of ['component', 'fault', 'gate'] as const) {
    const [heading, about] = HEADINGS[kind];
    lines.push('', `## ${heading}`, '', about);
    for (const rule of rules) if (rule.kind === kind) lines.push(...ruleLines(rule));
  }
  return `${lines.join('\n')}\n`;
}

function worth(rule: Rule): string {
  if (rule.kind === 'component') return `weight ${rule.weight}`;
  return rule.kind === 'fault' ? `${rule.level}, −${rule.points}` : 'never ready';
}

function ruleLines(rule: Rule): string[] {
  const [shown, shows, near, misses] =
    rule.kind === 'component'
      ? (['Present', rule.examples.present, 'Not this', rule.examples.absent] as const)
      : (['Flagged', rule.examples.flags, 'Passed over', rule.examples.passes] as const);
  return [
    '',
    `### ${rule.id}`,
    '',
    `**${rule.title}** (${worth(rule)}). ${rule.why}`,
    '',
    `*What to do:* ${rule.advice}`,
    '',
    `${shown}:`,
    '',
    ...shows.map(item),
    '',
    `${near}:`,
    '',
    ...misses.map(item),
    ...(rule.kind === 'gate' ? [] : practiceLines(rule.practice)),
    '',
    'Rests on:',
    '',
    ...rule.sources.map((key) => {
      const { cite, finding, grade } = SOURCES[key];
      return `- ${cite} (${grade}): ${finding}`;
    }),
  ];
}

const practiceLines = ({ before, after }: Practice): string[] => [
  '',
  'One message, before and after:',
  '',
  item(`Before: ${before}`),
  item(`After: ${after}`),
];

/** Literal text in a list item: nothing in an example is markup. */
const item = (example: string): string =>
  `- ${example.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s*\n\s*/g, ' / ')}`;
