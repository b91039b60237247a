import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDrafts } from '../../../bench/drafts.ts';
import { readPieces } from '../../../src/evaluator/classifier/clause-model.ts';
import { PieceMemory } from '../../../src/evaluator/classifier/piece-memory.ts';
import { shippedModel } from '../../../src/evaluator/classifier/shipped-model.ts';
import { parseDraft } from '../../../src/evaluator/draft.ts';

const { clause: model } = shippedModel();
const pieces = parseDraft(allDrafts().slice(0, 12).join('\n')).clauses.map(({ words }) => words);
const drafts = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('. ', ', ', '\n', ' and we ')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.flat().join(''));

describe('reading texts that have sentences in common', () => {
  it('says of each what reading it alone says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(drafts, fc.constantFrom('email', 'chat')), { minLength: 2, maxLength: 6 }),
        (texts) => {
          const memory = new PieceMemory(model);
          for (const [text, channel] of texts) {
            const { clauses } = parseDraft(text);
            expect(memory.read(clauses, channel)).toEqual(readPieces({ clauses }, channel, model));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('says the same of a text in which a sentence was cut, moved or put in', () => {
    const memory = new PieceMemory(model);
    for (const text of allDrafts().slice(0, 30)) {
      const sentences = text.split(/(?<=\.) /);
      const [first = '', ...rest] = sentences;
      for (const now of [sentences, rest, [...rest, first], [first, 'We are sorry.', ...rest]]) {
        const { clauses } = parseDraft(`${now.join(' ')} .`);
        expect(memory.read(clauses, 'email')).toEqual(readPieces({ clauses }, 'email', model));
      }
    }
  });
});
