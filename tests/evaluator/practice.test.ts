import { describe, expect, it, test } from 'vitest';
import { CRITERIA } from '../../scripts/judgement/gather.ts';
import { fromRuleExamples } from '../../scripts/judgement/rule-examples.ts';
import { type Evaluation, evaluate } from '../../src/evaluator/evaluate.ts';
import type { Rule } from '../../src/evaluator/rule.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';

/** What fits beside the digest's other lines, in UTF-16 units. */
const MOST = 200;

const PAIRS = RULES.filter((rule) => rule.kind !== 'gate').map((rule) => ({
  id: rule.id,
  kind: rule.kind,
  ...rule.practice,
}));

const present = ({ findings }: Evaluation, ...kinds: Rule['kind'][]): string[] =>
  findings.filter(({ kind, status }) => kinds.includes(kind) && status === 'present').map(({ rule }) => rule);

const wrongIn = (evaluation: Evaluation) => present(evaluation, 'fault', 'gate');
const goodIn = (evaluation: Evaluation) => present(evaluation, 'component');

describe.each(PAIRS)('the message to practise $id on', ({ id, kind, before, after }) => {
  const [first, second] = [evaluate(before), evaluate(after)];

  it('is short', () => {
    expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(MOST);
  });

  it('shows this one point and no other fault', () => {
    expect(wrongIn(first)).toEqual(kind === 'fault' ? [id] : []);
    if (kind === 'component') expect(goodIn(first)).not.toContain(id);
    expect(first.notAnApology).toBe(false);
  });

  it('has it put right afterwards, and nothing good lost', () => {
    expect(wrongIn(second)).toEqual([]);
    if (kind === 'component') expect(goodIn(second)).toContain(id);
    expect(goodIn(second)).toEqual(expect.arrayContaining(goodIn(first)));
    expect(second.score.score).toBeGreaterThan(first.score.score);
  });
});

test('no message is used for two rules', () => {
  const all = PAIRS.flatMap(({ before, after }) => [before, after]);
  expect(new Set(all).size).toBe(all.length);
});

test('the models learn from no message that somebody practises on', () => {
  const learnt = new Set(fromRuleExamples(CRITERIA).map(({ text }) => text));
  expect(learnt.size).toBeGreaterThan(PAIRS.length);
  for (const { before, after } of PAIRS) {
    expect(learnt).not.toContain(before);
    expect(learnt).not.toContain(after);
  }
});
