import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestCsv } from '../../../src/cli/digest/digest-csv.ts';
import { anyDigest } from '../../support/any-digest.ts';
import { SAMPLE_DIGEST } from '../../support/sample-digest.ts';

test('no cell needs quotes or could be taken for a formula, and every row has all of them', () => {
  fc.assert(
    fc.property(anyDigest, (figures) => {
      const cells = digestCsv(figures)
        .trimEnd()
        .split('\n')
        .map((row) => row.split(','));
      for (const row of cells) expect(row).toHaveLength(7);
      for (const cell of cells.flat()) expect(cell).toMatch(/^(?:[a-z0-9][\w.:-]*|-\d+(?:\.\d+)?)?$/i);
    }),
  );
});

test('the stretch itself, the one before and each week have rows of their own', () => {
  const rows = digestCsv(SAMPLE_DIGEST).split('\n');
  const drafts = rows.filter((row) => row.includes(',drafts,')).map((row) => row.split(','));
  expect(drafts.map(([span, from, , , , value]) => [span, from?.slice(0, 10), value])).toEqual([
    ['period', '2026-11-22', '34'],
    ['previous', '2026-11-15', '28'],
    ['week', '2026-10-18', '25'],
    ['week', '2026-10-25', '20'],
    ['week', '2026-11-08', '30'],
    ['week', '2026-11-15', '28'],
    ['week', '2026-11-22', '34'],
  ]);
  expect(
    rows.filter((row) => /,(?:edited|practice)/.test(row)).map((row) => row.replace(/^.*Z,/, '')),
  ).toEqual([
    'edited,,14,34',
    'edited_people,,5,',
    'edited_median_gain,,18,',
    'practice,repair-offer,20,34',
    'practice_median_score,repair-offer,79,100',
  ]);
});

test('figures of too few drafts or people leave the header alone', () => {
  for (const few of [{ drafts: 4 }, { people: 2 }])
    expect(digestCsv({ ...SAMPLE_DIGEST, ...few })).toBe('span,period_from,period_to,figure,rule,value,of\n');
});
