import { describe, expect, test } from 'vitest';
import { cite } from '../../src/evaluator/evidence.ts';
import type { Finding } from '../../src/evaluator/review.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { scoreFindings } from '../../src/evaluator/score.ts';
import { WORKED_DOCUMENTS, type WorkedDocument } from '../support/worked-documents.ts';

describe.each(WORKED_DOCUMENTS.map((document) => [document.title, document] as const))(
  '%s',
  (_title, document) => {
    const { base, score, band, missing } = scoreFindings(findingsOf(document), document.profile, RULES);

    test('labels only criteria that are rules', () => {
      const ids = RULES.map(({ id }) => id);
      for (const id of [...Object.keys(document.present), ...document.na, ...document.missing]) {
        expect(ids).toContain(id);
      }
    });

    test('has the base, the score and the band that the codebook prints', () => {
      expect({ base: base.toFixed(1), score, band }).toEqual({
        base: document.base,
        score: document.score,
        band: document.band,
      });
    });

    test('misses what the codebook says is missing', () => {
      expect(missing.toSorted()).toEqual(document.missing.toSorted());
    });
  },
);

test('one span costs once: the excuse inside a "but" is shown and not charged', () => {
  const document = WORKED_DOCUMENTS.find(({ title }) => title.startsWith('W6'));
  if (!document) throw new Error('W6 is not there');
  const { deductions } = scoreFindings(findingsOf(document), document.profile, RULES);
  expect(deductions).toMatchObject({ 'sorry-but': 10, 'excuse-making': 0, minimising: 8, 'over-promise': 8 });
});

test('a draft with an open slot is never ready, whatever its score', () => {
  const document = WORKED_DOCUMENTS.find(({ title }) => title.startsWith('W1'));
  if (!document) throw new Error('W1 is not there');
  const open = { ...document, present: { ...document.present, 'unfilled-placeholder': 'Thursday' } };
  const { score, band } = scoreFindings(findingsOf(open), open.profile, RULES);
  expect({ score, band }).toEqual({ score: 100, band: 'good' });
});

function findingsOf({ text, present, na }: WorkedDocument): Finding[] {
  return RULES.map(({ id, kind }): Finding => {
    const words = present[id];
    if (words === undefined)
      return { rule: id, kind, status: na.includes(id) ? 'na' : 'absent', evidence: [] };
    const start = text.indexOf(words);
    return { rule: id, kind, status: 'present', evidence: [cite(text, start, start + words.length)] };
  });
}
