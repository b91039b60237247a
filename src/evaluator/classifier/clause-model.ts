import type { Draft } from '../draft.ts';
import { emitFeatures } from './features.ts';
import type { ClauseWeights } from './model-file.ts';

/** What the linear models say of one clause: a probability per criterion, in the model's order. */
export interface ClauseReading {
  readonly start: number;
  readonly end: number;
  readonly probability: Float32Array;
}

/** A clause of two words must not shout: its features are weighed as if it had this many. */
export const LEAST_FEATURES = 8;

/** Reads every clause of the draft. Linear in its length. */
export function readClauses(
  { clauses }: Pick<Draft, 'clauses'>,
  channel: string,
  model: ClauseWeights,
): ClauseReading[] {
  const sums = clauses.map(() => new Float32Array(model.bias.length));
  const known = new Uint32Array(clauses.length);
  emitFeatures(
    clauses.map(({ words }) => words),
    channel,
    (i) =>
      model.vocabulary.sink((index) => {
        known[i] = (known[i] as number) + 1;
        addWeights(model, index, sums[i] as Float32Array);
      }),
  );
  return clauses.map(({ start, end }, i) => {
    const norm = model.scale / Math.sqrt(Math.max(LEAST_FEATURES, known[i] as number));
    const probability = (sums[i] as Float32Array).map((sum, c) =>
      sigmoid(sum * norm + (model.bias[c] as number)),
    );
    return { start, end, probability };
  });
}

function addWeights(model: ClauseWeights, index: number, sums: Float32Array): void {
  const end = model.offsets[index + 1] as number;
  for (let k = model.offsets[index] as number; k < end; k += 1) {
    const criterion = model.criterion[k] as number;
    sums[criterion] = (sums[criterion] as number) + (model.weight[k] as number);
  }
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
