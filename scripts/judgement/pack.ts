import { SHARES_NOTHING } from '../../src/evaluator/classifier/model-file.ts';
import type { Learnt } from './learn.ts';
import type { Trained } from './logistic.ts';

/** Weights smaller than this share of the largest of their criterion say nothing and are left out. */
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
  const largest = new Float32Array(criteria);
  weights.forEach((w, k) => {
    largest[k % criteria] = Math.max(largest[k % criteria] as number, Math.abs(w));
  });
  const features: string[] = [];
  const counts: number[] = [];
  const criterion: number[] = [];
  const whole: number[] = [];
  // By code unit, so that every machine folds them alike.
  const inOrder = [...vocabulary].sort(([a], [b]) => (a < b ? -1 : 1));
  let last = '';
  for (const [feature, index] of inOrder) {
    const before = whole.length;
    for (let c = 0; c < criteria; c += 1) {
      const share = (weights[index * criteria + c] as number) / (largest[c] || 1);
      if (Math.abs(share) < LEAST_WEIGHT) continue;
      criterion.push(c);
      whole.push(Math.round(share * 127) & 0xff);
    }
    if (whole.length === before) continue;
    counts.push(whole.length - before);
    features.push(fold(feature, last));
    last = feature;
  }
  return {
    bias: [...bias].map((b) => Number(b.toFixed(4))),
    scale: [...largest].map((most) => Number((most / 127).toPrecision(5))),
    features: features.join('\n'),
    counts: base64(counts),
    criterion: base64(criterion),
    weight: base64(whole),
  };
}

/** As many as one printable letter can say. */
const MOST_SHARED = 60;

function fold(feature: string, last: string): string {
  let shared = 0;
  while (shared < MOST_SHARED && shared < last.length && feature[shared] === last[shared]) shared += 1;
  // Half a surrogate pair is no text that JSON readers must take.
  if (/[\ud800-\udbff]/.test(feature[shared - 1] ?? '')) shared -= 1;
  return String.fromCharCode(SHARES_NOTHING + shared) + feature.slice(shared);
}

const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');
