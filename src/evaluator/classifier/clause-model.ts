import type { Draft } from '../draft.ts';
import { featuresOf } from './features.ts';
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
export function readClauses({ clauses }: Pick<Draft, 'clauses'>, channel: string, model: ClauseWeights): ClauseReading[] {
  const features = featuresOf(
    clauses.map(({ words }) => words),
    channel,
  );
  return clauses.map(({ start, end }, i) => ({ start, end, probability: probabilities(features[i] ?? [], model) }));
}

function probabilities(features: readonly string[], model: ClauseWeights): Float32Array {
  const logits = new Float32Array(model.bias.length);
  let known = 0;
  for (const feature of features) {
    const index = model.vocabulary.get(feature);
    if (index === undefined) continue;
    known += 1;
    const end = model.offsets[index + 1] as number;
    for (let k = model.offsets[index] as number; k < end; k += 1) {
      const criterion = model.criterion[k] as number;
      logits[criterion] = (logits[criterion] as number) + (model.weight[k] as number);
    }
  }
  const norm = model.scale / Math.sqrt(Math.max(LEAST_FEATURES, known));
  return logits.map((sum, c) => 1 / (1 + Math.exp(-(sum * norm + (model.bias[c] as number)))));
}
