import { expect, test } from 'vitest';
import { writeModel } from '../../../scripts/judgement/write-model.ts';
import { emitFeatures, featuresOf } from '../../../src/evaluator/classifier/features.ts';
import { loadModel } from '../../../src/evaluator/classifier/model-file.ts';
import { piecesOf } from '../../../src/evaluator/classifier/pieces.ts';
import { parseDraft } from '../../../src/evaluator/draft.ts';

/** A model that knows these features; the weight of each is its place among them. */
const modelOf = (names: readonly string[]) =>
  loadModel(
    writeModel({
      ...{ criteria: ['any'], scale: [1], bias: [0], thresholds: [0], trusted: [], document: [[0]] },
      features: names.map((name, place) => ({ name, weights: [[0, place]] })),
    }),
  );

const pieces = (text: string) => piecesOf(parseDraft(text).clauses);

test('reading a draft finds exactly the features that training knew by name', () => {
  const known = pieces(
    'I am sorry we sent your order to the wrong house, and you waited all day. It is on its way.',
  ).flatMap((piece) => featuresOf(piece, 'email'));
  const names = [...new Set(known)].filter((_, i) => i % 3 !== 0);
  const { vocabulary, weight } = modelOf(names).clause;
  for (const piece of pieces('We are sorry. You waited all day for the wrong order, and it is on its way.')) {
    const found: string[] = [];
    emitFeatures(
      piece,
      'email',
      vocabulary.sink((index) => found.push(names[weight[index] as number] as string)),
    );
    const expected = featuresOf(piece, 'email').filter((name) => names.includes(name));
    expect(expected.length).toBeGreaterThan(2);
    expect(found.toSorted()).toEqual(expected.toSorted());
  }
});

test('a sentence of several clauses is read in parts and as a whole', () => {
  const text = 'We lost the key, and you had to wait outside. Sorry.';
  const draft = parseDraft(text);
  expect(piecesOf(draft.clauses).map(({ start, end }) => text.slice(start, end))).toEqual([
    'We lost the key',
    'and you had to wait outside.',
    'Sorry.',
    'We lost the key, and you had to wait outside.',
  ]);
});
