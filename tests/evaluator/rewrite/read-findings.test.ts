import { expect, it } from 'vitest';
import { evaluate } from '../../../src/evaluator/evaluate.ts';
import { ReadFindings } from '../../../src/evaluator/rewrite/read-findings.ts';
import { RULES } from '../../../src/evaluator/rules/index.ts';

it('looks at some of the words of a finding only where there are thousands, as each is looked for after every edit', () => {
  const page = new ReadFindings(evaluate('sorry\n'.repeat(2000)), RULES, new Set());
  expect(page.finding('over-apologising')?.evidence.length).toBeGreaterThan(1000);
  expect(page.spots('over-apologising').length).toBeLessThanOrEqual(50);
});
