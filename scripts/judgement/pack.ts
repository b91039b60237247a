import type { Learnt } from './learn.ts';
import type { Trained } from './logistic.ts';
import type { PackedFeature, PackedModel } from './write-model.ts';

/** Weights smaller than this share of the largest of their criterion say nothing and are left out. */
const LEAST_WEIGHT = 0.04;

/** The trained weights as they are shipped: whole numbers, only those that say something. */
export function pack(
  criteria: readonly string[],
  { clause, document, thresholds, trusted }: Learnt,
): PackedModel {
  return {
    criteria,
    ...packClauses(clause, criteria.length),
    document: document.map((weights) => [...weights].map(rounded)),
    thresholds: thresholds.map(rounded),
    trusted,
  };
}

function packClauses(
  { vocabulary, weights, bias }: Trained,
  criteria: number,
): Pick<PackedModel, 'bias' | 'scale' | 'features'> {
  const largest = new Float32Array(criteria);
  weights.forEach((w, k) => {
    largest[k % criteria] = Math.max(largest[k % criteria] as number, Math.abs(w));
  });
  const features: PackedFeature[] = [];
  for (const [name, index] of vocabulary) {
    const kept: [number, number][] = [];
    for (let c = 0; c < criteria; c += 1) {
      const share = (weights[index * criteria + c] as number) / (largest[c] || 1);
      if (Math.abs(share) >= LEAST_WEIGHT) kept.push([c, Math.round(share * 127)]);
    }
    if (kept.length > 0) features.push({ name, weights: kept });
  }
  return {
    bias: [...bias].map((b) => Number(b.toFixed(4))),
    scale: [...largest].map((most) => Number((most / 127).toPrecision(5))),
    features,
  };
}

/** To three digits, and zero without a sign: the same weights make the same file. */
const rounded = (value: number): number => Number(value.toFixed(3)) || 0;
