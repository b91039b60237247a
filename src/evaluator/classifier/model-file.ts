import { z } from 'zod';
import file from './model.json' with { type: 'json' };
import { Vocabulary } from './vocabulary.ts';

/** The trained weights as `scripts/judgement/train.ts` writes them. */
const modelSchema = z.object({
  criteria: z.array(z.string()),
  clause: z.object({
    bias: z.array(z.number()),
    /** Weights of a criterion are stored as whole numbers of this size. */
    scale: z.array(z.number()),
    /** Features in order, one a line: how much it shares with the one before (as a letter), then the rest of it. */
    features: z.string(),
    /** How many weights each feature has. */
    counts: z.string(),
    criterion: z.string(),
    weight: z.string(),
  }),
  document: z.object({
    weights: z.array(z.array(z.number())),
    thresholds: z.array(z.number()),
    trusted: z.array(z.string()),
  }),
});

export interface ClauseWeights {
  readonly vocabulary: Vocabulary;
  /** Weights of feature i stand at offsets[i] to offsets[i + 1]. */
  readonly offsets: Uint32Array;
  readonly criterion: Uint8Array;
  readonly weight: Int8Array;
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

export interface Model {
  readonly criteria: readonly string[];
  readonly clause: ClauseWeights;
  readonly document: {
    readonly weights: readonly (readonly number[])[];
    readonly thresholds: readonly number[];
    readonly trusted: readonly string[];
  };
}

/** Throws ZodError for anything that `train.ts` did not write. */
export function loadModel(json: unknown = file): Model {
  const { criteria, clause, document } = modelSchema.parse(json);
  const counts = bytes(clause.counts);
  const offsets = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i += 1) offsets[i + 1] = (offsets[i] as number) + (counts[i] as number);
  const weight = bytes(clause.weight);
  return {
    criteria,
    clause: {
      vocabulary: new Vocabulary(unfold(clause.features)),
      offsets,
      criterion: bytes(clause.criterion),
      weight: new Int8Array(weight.buffer, weight.byteOffset, weight.length),
      scale: clause.scale,
      bias: clause.bias,
    },
    document,
  };
}

/** The letter for "shares nothing"; the next ones share one, two, three … UTF-16 units. */
export const SHARES_NOTHING = 48;

function unfold(folded: string): string[] {
  let last = '';
  return folded.split('\n').map((line) => {
    last = last.slice(0, line.charCodeAt(0) - SHARES_NOTHING) + line.slice(1);
    return last;
  });
}

let shared: Model | undefined;

/** The shipped model, read once. */
export function shippedModel(): Model {
  shared ??= loadModel();
  return shared;
}

const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
