import type { Draft } from '../draft.ts';
import { emitFeatures } from './features.ts';
import type { ClauseWeights } from './model-file.ts';
import { piecesOf } from './pieces.ts';

/** What the linear models say of one piece: a probability per criterion, in the model's order. */
export interface PieceReading {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** How many tokens of it were read. */
  readonly length: number;
  readonly probability: ArrayLike<number>;
}

/** A piece of two words must not shout: its features are weighed as if it had this many. */
export const LEAST_FEATURES = 8;

/** Reads every piece of the draft. Linear in its length. */
export function readPieces(
  { clauses }: Pick<Draft, 'clauses'>,
  channel: string,
  model: ClauseWeights,
): PieceReading[] {
  // Weights are whole numbers, and so are their sums.
  const sums = new Int32Array(model.bias.length);
  let known = 0;
  const weigh = (index: number): void => {
    known += 1;
    addWeights(model, index, sums);
  };
  return piecesOf(clauses).map((piece) => {
    sums.fill(0);
    known = 0;
    emitFeatures(piece, channel, model.vocabulary.sink(weigh));
    return {
      start: piece.start,
      end: piece.end,
      sentence: piece.sentence,
      length: piece.tokens.length,
      probability: probabilities(sums, 1 / Math.sqrt(Math.max(LEAST_FEATURES, known)), model),
    };
  });
}

function probabilities(sums: Int32Array, norm: number, { scale, bias }: ClauseWeights): Float32Array {
  const probability = new Float32Array(sums.length);
  for (let c = 0; c < sums.length; c += 1)
    probability[c] = sigmoid((sums[c] as number) * norm * (scale[c] as number) + (bias[c] as number));
  return probability;
}

function addWeights({ offsets, criterion, weight }: ClauseWeights, index: number, sums: Int32Array): void {
  const end = offsets[index + 1] as number;
  for (let k = offsets[index] as number; k < end; k += 1) {
    const c = criterion[k] as number;
    sums[c] = (sums[c] as number) + (weight[k] as number);
  }
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
