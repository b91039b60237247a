import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRITERIA as JUDGED } from '../../../scripts/judgement/gather.ts';
import { writeModel } from '../../../scripts/judgement/write-model.ts';
import { FEATURE_KINDS } from '../../../src/evaluator/classifier/features.ts';
import { fingerprintOf, HIGH, LOW } from '../../../src/evaluator/classifier/fingerprint.ts';
import { loadModel, type Model } from '../../../src/evaluator/classifier/model-file.ts';

const CRITERIA = ['first', 'second', 'third'];
const NOTES = {
  criteria: CRITERIA,
  scale: [0.1, 0.2, 0.3],
  bias: [-1, -2.5, 0],
  thresholds: [0.5, 0.4, 0.3],
  trusted: ['second'],
};
const DOCUMENT = [
  [0.125, -1.001],
  [3, 0],
  [0.001, 7.5],
];

const indexOf = ({ clause }: Model, name: string) =>
  clause.vocabulary.indexOf(fingerprintOf(name, LOW), fingerprintOf(name, HIGH));

function weightsOf(model: Model, name: string): number[][] {
  const index = indexOf(model, name);
  const { offsets, criterion, weight } = model.clause;
  const places = [...criterion.keys()].slice(offsets[index], offsets[index + 1]);
  return places.map((at) => [criterion[at] as number, weight[at] as number]);
}

const word = fc.stringMatching(/^[a-zéł<>?]{1,8}$/u);
const chain = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const name = fc.oneof(
  chain,
  fc.tuple(fc.constantFrom(...FEATURE_KINDS), chain).map((parts) => parts.join('')),
);
const weights = fc.uniqueArray(
  fc.tuple(fc.nat({ max: CRITERIA.length - 1 }), fc.integer({ min: -127, max: 127 })),
  { selector: ([criterion]) => criterion, minLength: 1 },
);
const features = fc.uniqueArray(fc.record({ name, weights }), { selector: ({ name }) => name });

describe('a model that was packed and read again', () => {
  it('has every feature with its weights, and no other', () => {
    fc.assert(
      fc.property(features, fc.array(name), (features, others) => {
        const model = loadModel(writeModel({ ...NOTES, features, document: DOCUMENT }));
        for (const { name, weights } of features) expect(weightsOf(model, name)).toEqual(weights);
        const known = new Set(features.map(({ name }) => name));
        for (const other of others) if (!known.has(other)) expect(indexOf(model, other)).toBe(-1);
      }),
    );
  });

  it('has everything else as it was', () => {
    const { criteria, clause, document } = loadModel(
      writeModel({ ...NOTES, features: [], document: DOCUMENT }),
    );
    const { scale, bias } = clause;
    const { thresholds, trusted } = document;
    expect({ criteria, scale, bias, thresholds, trusted }).toEqual(NOTES);
    expect(document.weights.map((row) => [...row])).toEqual(DOCUMENT);
  });

  it('knows chains by the order of their words', () => {
    const features = [{ name: 'sorry but', weights: [[0, 1] as const] }];
    const model = loadModel(writeModel({ ...NOTES, features, document: DOCUMENT }));
    expect(indexOf(model, 'sorry but')).toBe(0);
    expect(indexOf(model, 'but sorry')).toBe(-1);
    expect(indexOf(model, 'sorrybut')).toBe(-1);
  });
});

describe('a file that is no model', () => {
  const good = writeModel({ ...NOTES, features: [], document: DOCUMENT });
  const changed = (at: number, byte: number) => good.map((was, i) => (i === at ? byte : was));
  it.each([
    ['nothing', new Uint8Array(0), 'is no model'],
    [
      'another kind of file',
      new TextEncoder().encode('{"criteria": ["explicit-apology"], "clause": 0}'),
      'begin',
    ],
    ['the layout of another time', changed(4, 99), 'layout 99'],
    ['a file cut short', good.slice(0, -1), 'should have'],
  ])('%s is refused in words', (_, bytes, words) => {
    expect(() => loadModel(bytes)).toThrow(words);
  });
});

it('two features are never given one place', () => {
  const twice = [0, 1].map(() => ({ name: 'sorry', weights: [[0, 1] as const] }));
  expect(() => writeModel({ ...NOTES, features: twice, document: DOCUMENT })).toThrow('share a fingerprint');
});

it('the shipped model judges every criterion and is whole', () => {
  const bytes = readFileSync(new URL('../../../src/evaluator/classifier/model.bin', import.meta.url));
  const { criteria, clause, document } = loadModel(bytes);
  expect(criteria).toEqual(JUDGED);
  expect(document.weights).toHaveLength(criteria.length);
  expect(clause.offsets.at(-1)).toBe(clause.weight.length);
  expect(clause.vocabulary.size).toBe(clause.offsets.length - 1);
});
