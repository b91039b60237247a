import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withDefaults } from '../../src/evaluator/context.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import { cuesIn } from '../../src/evaluator/evaluate.ts';
import type { Evidence } from '../../src/evaluator/evidence.ts';
import { profileOf } from '../../src/evaluator/profile.ts';
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
    const quoted = cuesOf(rule, text);
    expect(marks.length, 'the example marks no words').toBeGreaterThan(0);
    for (const mark of marks) {
      const hit = quoted.some(({ start, end }) => start < mark.end && mark.start < end);
      expect(hit, `“${text.slice(mark.start, mark.end)}” in ${JSON.stringify(quoted)}`).toBe(true);
    }
  });

  test.each(near)('passes over: %s', (example) => {
    expect(cuesOf(rule, example).map(({ quote }) => quote)).toEqual([]);
  });
});

function examplesOf(rule: Rule): { shows: readonly string[]; near: readonly string[] } {
  return rule.kind === 'component'
    ? { shows: rule.examples.present, near: rule.examples.absent }
    : { shows: rule.examples.flags, near: rule.examples.passes };
}

/** What the rule finds when the example is a whole e-mail; nothing where it yields to another rule. */
function cuesOf(rule: Rule, text: string): readonly Evidence[] {
  const draft = parseDraft(text);
  const context = withDefaults({ channel: 'email' });
  const cues = cuesIn(draft, context, profileOf(draft, context));
  const yields = rule.yieldsTo?.some((other) => (cues.get(other) ?? []).length > 0);
  return yields ? [] : (cues.get(rule.id) ?? []);
}

/** The example without its marks, and where they stood. */
function unmark(example: string): { text: string; marks: { start: number; end: number }[] } {
  const marks: { start: number; end: number }[] = [];
  let text = '';
  for (const [i, piece] of example.split(/[«»]/).entries()) {
    if (i % 2 === 1) marks.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, marks };
}
