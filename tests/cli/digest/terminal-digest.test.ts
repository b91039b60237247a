import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PrintedDigest } from '../../../src/cli/digest/printed-digest.ts';
import { terminalDigest } from '../../../src/cli/digest/terminal-digest.ts';
import { RULES } from '../../../src/evaluator/rules/index.ts';
import type { DigestFigures } from '../../../src/reviews/digests/figures.ts';
import { anyDigest } from '../../support/any-digest.ts';
import { SAMPLE_DIGEST } from '../../support/sample-digest.ts';
import { SAMPLE_RULES } from '../../support/sample-rules.ts';

const printed = (figures: DigestFigures): PrintedDigest => ({
  place: { teamId: 'T0001', enterpriseId: undefined, channelId: 'C0001' },
  period: figures.period,
  zone: 'Europe/Berlin',
  figures,
});
const inColumns = (width: number) => ({ width, paint: (_style: string, text: string) => text });

test('a whole digest reads like this', async () => {
  const told = terminalDigest(printed(SAMPLE_DIGEST), SAMPLE_RULES, inColumns(80));
  await expect(told.replaceAll('\u00a0', ' ')).toMatchFileSnapshot('terminal-digest.txt');
});

test('no line is wider than the terminal, whatever the figures', () => {
  fc.assert(
    fc.property(anyDigest, fc.constantFrom(40, 60, 100), (figures, width) => {
      const lines = terminalDigest(printed(figures), RULES, inColumns(width)).split('\n');
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }),
  );
});

test('a bar is as long as its figure says, of all drafts and of none', () => {
  const weeks = [0, 5].map((drafts, index) => ({
    ...SAMPLE_DIGEST,
    period: SAMPLE_DIGEST.weeks[index]?.period ?? SAMPLE_DIGEST.period,
    drafts: 5,
    faults: drafts === 0 ? [] : [{ rule: 'blames-others', drafts }],
  }));
  const figures = { ...SAMPLE_DIGEST, faults: [{ rule: 'blames-others', drafts: 5 }], weeks };
  const told = terminalDigest(printed(figures), SAMPLE_RULES, inColumns(Number.POSITIVE_INFINITY));
  expect(told).toMatch(/ {4}0 %\n.* 100 % {2}█{25}\n/);
});
