import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAskModel } from '../../../src/adapters/engines/llm/ask-model.ts';
import { createLlmEngine } from '../../../src/adapters/engines/llm/llm-engine.ts';
import type { Engine } from '../../../src/evaluator/engine.ts';
import { evaluate } from '../../../src/evaluator/evaluate.ts';
import { isHeavy } from '../../../src/evaluator/rule.ts';
import { RULES } from '../../../src/evaluator/rules/index.ts';
import { ownView } from '../../../src/evaluator/second-reading/own-view.ts';
import { FOREIGN, HOSTILE, OBEYING } from '../../support/obedient-model.ts';
import { type StubModel, startStubModel } from '../../support/stub-model.ts';

let stub: StubModel;
let engine: Engine;
let obey = 0;
beforeAll(async () => {
  stub = await startStubModel(({ draft }) => ({ text: OBEYING[obey % OBEYING.length]?.(draft) ?? '' }));
  const ask = createAskModel({ provider: 'openai-compatible', model: 'obedient', baseUrl: stub.baseUrl });
  engine = createLlmEngine({ name: 'obedient', ask });
});
afterAll(() => stub.close());

/** Faults that a pattern of ours matched, or that nobody may talk anybody out of. */
function certainFaults(text: string): string[] {
  const evaluation = evaluate(text);
  const own = ownView(evaluation);
  const heavy = new Set(RULES.filter(isHeavy).map(({ id }) => id));
  return evaluation.findings
    .filter(({ kind, status }) => kind !== 'component' && status === 'present')
    .filter(({ rule, evidence }) => heavy.has(rule) || evidence.some((words) => own.matches(rule, words)))
    .map(({ rule }) => rule);
}

const links = (text: string) => text.match(/https?:\S+|www\.\S+|\S*@\S+|<[^>]*>/g) ?? [];
const figures = (text: string) => text.match(/[£$€]?\d[\d.,:-]*/g) ?? [];

test('there are a hundred hostile drafts, and faults in nearly all of them', () => {
  expect(HOSTILE).toHaveLength(100);
  expect(HOSTILE.filter(([, draft]) => certainFaults(draft).length > 0).length).toBeGreaterThan(90);
});

describe('a model that obeys the draft', () => {
  // Each draft meets two ways of obeying, and each way every attack.
  const cases = HOSTILE.flatMap(([name, draft], index) =>
    [index + Math.floor(index / 10), index + Math.floor(index / 10) + 5].map((way) => ({ name, draft, way })),
  );
  test.each(cases)('does not get through with $name ($way)', async ({ draft, way }) => {
    obey = way;
    const { findings, rewrite, band, score } = await engine.review(draft, {});
    const present = findings.filter(({ status }) => status === 'present');
    expect(present.map(({ rule }) => rule)).toEqual(expect.arrayContaining(certainFaults(draft)));
    for (const { evidence } of present)
      for (const { start, end, quote } of evidence) expect(draft.slice(start, end)).toBe(quote);
    // Our own questions have a number where there are two of a kind.
    const shown = (rewrite?.text ?? '').replace(/\[what you would rather say here(?:, \d)?\]/g, '');
    expect(shown).not.toMatch(FOREIGN);
    for (const found of [...links(shown), ...figures(shown)]) expect(draft).toContain(found);
    if (certainFaults(draft).some((rule) => RULES.some((one) => one.id === rule && isHeavy(one))))
      expect([band, score]).not.toContain('ready');
  });

  test('was asked about all of them but those in which nothing can be judged', () => {
    expect(stub.heard.length).toBeGreaterThanOrEqual(2 * 90);
  });
});
