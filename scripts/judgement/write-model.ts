import { fingerprintOf, HIGH, LOW } from '../../src/evaluator/classifier/fingerprint.ts';
import {
  type ModelNotes,
  type ModelSizes,
  modelBytes,
  modelViews,
  writeHead,
} from '../../src/evaluator/classifier/model-file.ts';

/** A feature by name with its weights: the place of a criterion, and a whole number from -127 to 127. */
export interface PackedFeature {
  readonly name: string;
  readonly weights: readonly (readonly [criterion: number, weight: number])[];
}

export interface PackedModel extends ModelNotes {
  readonly features: readonly PackedFeature[];
  /** One row per criterion. */
  readonly document: readonly (readonly number[])[];
}

/** The bytes of a model file. Deterministic. Throws Error for two features with one fingerprint. */
export function writeModel({ features, document, ...notes }: PackedModel): Uint8Array {
  const marked = inOrder(features);
  const text = new TextEncoder().encode(JSON.stringify(notes));
  const sizes: ModelSizes = {
    criteria: notes.criteria.length,
    documentWeights: document[0]?.length ?? 0,
    features: features.length,
    buckets: 2 ** Math.max(1, Math.ceil(Math.log2(features.length))),
    weights: features.reduce((total, { weights }) => total + weights.length, 0),
    notes: text.length,
  };
  const bytes = new Uint8Array(modelBytes(sizes));
  writeHead(bytes, sizes);
  const views = modelViews(bytes, sizes);
  views.document.set(document.flat());
  views.notes.set(text);
  let written = 0;
  marked.forEach(({ low, high, weights }, at) => {
    views.low[at] = low;
    views.high[at] = high;
    views.offsets[at] = written;
    for (const [criterion, weight] of weights) {
      views.criterion[written] = criterion;
      views.weight[written] = weight;
      written += 1;
    }
  });
  views.offsets[marked.length] = written;
  fillBuckets(views.buckets, marked);
  return bytes;
}

interface Marked extends PackedFeature {
  readonly low: number;
  readonly high: number;
}

function inOrder(features: readonly PackedFeature[]): Marked[] {
  const marked = features
    .map((feature) => ({
      ...feature,
      low: fingerprintOf(feature.name, LOW),
      high: fingerprintOf(feature.name, HIGH),
    }))
    .sort((a, b) => (a.high >>> 0) - (b.high >>> 0) || a.low - b.low);
  marked.forEach(({ low, high, name }, at) => {
    const before = marked[at - 1];
    if (before?.low === low && before.high === high)
      throw new Error(`"${name}" and "${before.name}" share a fingerprint: choose other multipliers`);
  });
  return marked;
}

/** Where each bucket begins; the last number is where the last one ends. */
function fillBuckets(buckets: Uint32Array, marked: readonly Marked[]): void {
  const shift = 32 - Math.log2(buckets.length - 1);
  let at = 0;
  for (let bucket = 0; bucket < buckets.length; bucket += 1) {
    while (at < marked.length && (marked[at] as Marked).high >>> shift < bucket) at += 1;
    buckets[bucket] = at;
  }
}
