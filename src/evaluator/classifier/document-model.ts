import { CHANNELS } from '../context.ts';
import type { PieceReading } from './clause-model.ts';
import type { Model } from './model-file.ts';

export interface DocumentEvidence {
  readonly pieces: readonly Pick<PieceReading, 'sentence' | 'length' | 'probability'>[];
  /** Which rules' patterns found something. */
  readonly cues: ReadonlySet<string>;
  readonly channel: string;
  readonly wordCount: number;
}

const logit = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));

/** Features beside those per criterion: one constant, three of length, three of causes. */
const WHOLE_FEATURES = 7;

/**
 * What the second model sees of a whole draft: for each criterion its likeliest sentence (the likeliest of
 * its pieces), the second likeliest, how many are likely and whether the rule's own patterns fired; then
 * length, how much of it gives causes, and channel.
 */
export function documentFeatures(
  { pieces, cues, channel, wordCount }: DocumentEvidence,
  criteria: readonly string[],
): Float32Array {
  const size = criteria.length;
  const features = new Float32Array(4 * size + WHOLE_FEATURES + CHANNELS.length);
  const sentences = 1 + pieces.reduce((most, { sentence }) => Math.max(most, sentence), -1);
  const likeliest = likeliestBySentence(pieces, sentences, size);
  for (let c = 0; c < size; c += 1) {
    let best = 0;
    let second = 0;
    let likely = 0;
    for (let at = c; at < likeliest.length; at += size) {
      const p = likeliest[at] as number;
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
  const causes = causesIn(pieces, criteria);
  const whole = [
    1,
    Math.min(1, wordCount / 150),
    wordCount < 40 ? 1 : 0,
    Math.min(1, pieces.length / 40),
    Math.min(1, causes.sentences / 6),
    Math.min(1, causes.words / 120),
    causes.sentences > MOST_CAUSE_SENTENCES || causes.words > MOST_CAUSE_WORDS ? 1 : 0,
  ];
  features.set(whole, 4 * size);
  const channelAt = (CHANNELS as readonly string[]).indexOf(channel);
  if (channelAt >= 0) features[4 * size + WHOLE_FEATURES + channelAt] = 1;
  return features;
}

/** The likeliest piece of each sentence: a row of probabilities per sentence, one per criterion. */
function likeliestBySentence(
  pieces: DocumentEvidence['pieces'],
  sentences: number,
  size: number,
): Float32Array {
  const likeliest = new Float32Array(sentences * size);
  for (const { sentence, probability } of pieces) {
    const row = sentence * size;
    for (let c = 0; c < size; c += 1) {
      const p = probability[c] as number;
      if (p > (likeliest[row + c] as number)) likeliest[row + c] = p;
    }
  }
  return likeliest;
}

/** Where a cause becomes too long (codebook, section 3). */
const MOST_CAUSE_SENTENCES = 3;
const MOST_CAUSE_WORDS = 60;
const CAUSES = ['brief-explanation', 'excuse-making', 'over-explaining'];

/** How much of a draft gives reasons: sentences with a piece that is likely to, and the words of those pieces. */
function causesIn(
  pieces: DocumentEvidence['pieces'],
  criteria: readonly string[],
): { sentences: number; words: number } {
  const at = CAUSES.map((id) => criteria.indexOf(id));
  const words = new Map<number, number>();
  for (const { sentence, length, probability } of pieces) {
    if (!at.some((c) => (probability[c] ?? 0) > 0.5)) continue;
    words.set(sentence, Math.max(length, words.get(sentence) ?? 0));
  }
  let all = 0;
  for (const length of words.values()) all += length;
  return { sentences: words.size, words: all };
}

/** Probability per criterion that the whole draft has it, in the model's order. */
export function documentProbabilities(evidence: DocumentEvidence, model: Model): Float32Array {
  const features = documentFeatures(evidence, model.criteria);
  const probabilities = new Float32Array(model.document.weights.length);
  for (let c = 0; c < probabilities.length; c += 1) {
    const weights = model.document.weights[c] as Float64Array;
    let sum = 0;
    for (let k = 0; k < features.length; k += 1) sum += (features[k] as number) * (weights[k] ?? 0);
    probabilities[c] = 1 / (1 + Math.exp(-sum));
  }
  return probabilities;
}
