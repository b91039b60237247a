import type { Learnt } from './learn.ts';
import type { Trained } from './logistic.ts';

/** Weights smaller than this share of the largest say nothing and are left out. */
const LEAST_WEIGHT = 0.04;

/** The trained weights as `model-file.ts` reads them: whole numbers, only those that say something. */
export function pack(criteria: readonly string[], { clause, document, thresholds, trusted }: Learnt): object {
  return {
    criteria,
    clause: packClauses(clause, criteria.length),
    document: {
      weights: document.map((weights) => [...weights].map((w) => Number(w.toFixed(3)))),
      thresholds: thresholds.map((t) => Number(t.toFixed(3))),
      trusted,
    },
  };
}

function packClauses({ vocabulary, weights, bias }: Trained, criteria: number): object {
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  const scale = largest / 127;
  const features: string[] = [];
  const counts: number[] = [];
  const criterion: number[] = [];
  const whole: number[] = [];
  for (const [feature, index] of vocabulary) {
    const kept: [number, number][] = [];
    for (let c = 0; c < criteria; c += 1) {
      const w = weights[index * criteria + c] as number;
      if (Math.abs(w) >= LEAST_WEIGHT * largest) kept.push([c, Math.round(w / scale)]);
    }
    if (kept.length === 0) continue;
    features.push(feature);
    counts.push(kept.length);
    for (const [c, w] of kept) {
      criterion.push(c);
      whole.push(w & 0xff);
    }
  }
  return {
    bias: [...bias].map((b) => Number(b.toFixed(4))),
    scale,
    features: features.join('\n'),
    counts: base64(counts),
    criterion: base64(criterion),
    weight: base64(whole),
  };
}

const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');
