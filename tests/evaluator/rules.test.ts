import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unmark } from '../../scripts/judgement/rule-examples.ts';
import { evaluate } from '../../src/evaluator/evaluate.ts';
import type { Evidence } from '../../src/evaluator/evidence.ts';
import type { Rule } from '../../src/evaluator/rule.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { SOURCES } from '../../src/evaluator/sources.ts';

const FOLDERS = { component: 'components', fault: 'faults', gate: 'gates' } as const;
const FEWEST_EXAMPLES = 4;

const filesOf = (kind: Rule['kind']): string[] =>
  readdirSync(new URL(`../../src/evaluator/rules/${FOLDERS[kind]}/`, import.meta.url))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replace(/\.ts$/, ''));

describe('the list of rules', () => {
  test.each(['component', 'fault', 'gate'] as const)(
    'holds every %s of the folder under its file name',
    (kind) => {
      const listed = RULES.filter((rule) => rule.kind === kind).map(({ id }) => id);
      expect(listed.length).toBeGreaterThan(0);
      expect(listed.toSorted()).toEqual(filesOf(kind).toSorted());
    },
  );

  test('weighs its components to 100', () => {
    const weights = RULES.map((rule) => (rule.kind === 'component' ? rule.weight : 0));
    expect(weights.reduce((total, weight) => total + weight, 0)).toBe(100);
  });

  test('asks only rules that stand before', () => {
    for (const [at, rule] of RULES.entries()) {
      for (const other of rule.yieldsTo ?? []) {
        expect(RULES.slice(0, at).map(({ id }) => id)).toContain(other);
      }
    }
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const { shows, near } = examplesOf(rule);

  test('stands on sources', () => {
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const key of rule.sources) expect(Object.keys(SOURCES)).toContain(key);
  });

  test('has examples and near misses', () => {
    expect(shows.length).toBeGreaterThanOrEqual(FEWEST_EXAMPLES);
    expect(near.length).toBeGreaterThanOrEqual(FEWEST_EXAMPLES);
  });

  test.each(shows)('quotes the marked words of: %s', (example) => {
    const { text, marks } = unmark(example);
    const quoted = quotedFor(rule, text);
    expect(marks.length, 'the example marks no words').toBeGreaterThan(0);
    for (const mark of marks) {
      const hit = quoted.some(({ start, end }) => start < mark.end && mark.start < end);
      expect(hit, `“${text.slice(mark.start, mark.end)}” in ${JSON.stringify(quoted)}`).toBe(true);
    }
  });

  test.each(near)('passes over: %s', (example) => {
    expect(quotedFor(rule, example).map(({ quote }) => quote)).toEqual([]);
  });
});

function examplesOf(rule: Rule): { shows: readonly string[]; near: readonly string[] } {
  return rule.kind === 'component'
    ? { shows: rule.examples.present, near: rule.examples.absent }
    : { shows: rule.examples.flags, near: rule.examples.passes };
}

/** What a reader of the review sees quoted for this rule when the example is a whole e-mail. */
const quotedFor = (rule: Rule, text: string): readonly Evidence[] =>
  evaluate(text).findings.find((finding) => finding.rule === rule.id)?.evidence ?? [];
