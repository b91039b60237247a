import { CHANNELS } from '../context.ts';
import type { Model } from './model-file.ts';

export interface DocumentEvidence {
  readonly clauses: readonly { readonly probability: ArrayLike<number> }[];
  /** Which rules' patterns found something. */
  readonly cues: ReadonlySet<string>;
  readonly channel: string;
  readonly wordCount: number;
}

const logit = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));

/**
 * What the second model sees of a whole draft: for each criterion its likeliest clause, the second
 * likeliest, how many are likely and whether the rule's own patterns fired; then length and channel.
 */
export function documentFeatures(
  { clauses, cues, channel, wordCount }: DocumentEvidence,
  criteria: readonly string[],
): Float32Array {
  const size = criteria.length;
  const features = new Float32Array(4 * size + 4 + CHANNELS.length);
  for (let c = 0; c < size; c += 1) {
    let best = 0;
    let second = 0;
    let likely = 0;
    for (const { probability } of clauses) {
      const p = probability[c] as number;
      if (p > best) {
        second = best;
        best = p;
      } else if (p > second) second = p;
      if (p > 0.5) likely += 1;
    }
    features[c] = logit(best) / 3;
    features[size + c] = logit(second) / 6;
    features[2 * size + c] = Math.min(3, likely) / 3;
    features[3 * size + c] = cues.has(criteria[c] as string) ? 1 : 0;
  }
  features[4 * size] = 1;
  features[4 * size + 1] = Math.min(1, wordCount / 150);
  features[4 * size + 2] = wordCount < 40 ? 1 : 0;
  features[4 * size + 3] = Math.min(1, clauses.length / 40);
  const channelAt = (CHANNELS as readonly string[]).indexOf(channel);
  if (channelAt >= 0) features[4 * size + 4 + channelAt] = 1;
  return features;
}

/** Probability per criterion that the whole draft has it, in the model's order. */
export function documentProbabilities(evidence: DocumentEvidence, model: Model): Float32Array {
  const features = documentFeatures(evidence, model.criteria);
  return Float32Array.from(model.document.weights, (weights) => {
    let sum = 0;
    for (let k = 0; k < features.length; k += 1) sum += (features[k] as number) * (weights[k] ?? 0);
    return 1 / (1 + Math.exp(-sum));
  });
}
