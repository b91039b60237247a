import { LEAST_FEATURES } from '../../src/evaluator/classifier/clause-model.ts';
import { type Example, UNKNOWN, YES } from './examples.ts';

/** Dense weights while training: `weights[feature * criteria + criterion]`. */
export interface Trained {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly the weights of criterion c are pulled to zero. */
  readonly l2: (c: number) => number;
  /** A feature seen in fewer examples is left out. */
  readonly leastSeen: number;
}

/** A small generator of its own: the same weights on every machine. */
export function randomiser(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/**
 * One logistic model per criterion over sparse features, trained together by AdaGrad. A feature counts as much
 * as its log-count ratio for the criterion says (Wang and Manning 2012, "Baselines and Bigrams"), so that what is
 * learnt is how far to trust each. Deterministic.
 */
export function trainClauses(examples: readonly Example[], criteria: number, settings: Settings): Trained {
  const vocabulary = vocabularyOf(examples, settings.leastSeen);
  const rows = examples.map(({ features }) =>
    Int32Array.from(features.map((f) => vocabulary.get(f)).filter((i) => i !== undefined)),
  );
  const ratios = logCountRatios(rows, examples, vocabulary.size, criteria);
  const weights = new Float32Array(vocabulary.size * criteria);
  const seen = new Float32Array(vocabulary.size * criteria).fill(1e-3);
  const bias = new Float32Array(criteria).fill(-3);
  const biasSeen = new Float32Array(criteria).fill(1e-3);
  const random = randomiser(1);
  const order = [...examples.keys()];
  const logits = new Float32Array(criteria);
  const l2 = Float32Array.from({ length: criteria }, (_, c) => settings.l2(c));
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at] as Int32Array;
      const labels = (examples[at] as Example).labels;
      const value = 1 / Math.sqrt(Math.max(LEAST_FEATURES, row.length));
      logits.set(bias);
      for (const feature of row) {
        const base = feature * criteria;
        for (let c = 0; c < criteria; c += 1)
          logits[c] =
            (logits[c] as number) + (weights[base + c] as number) * (ratios[base + c] as number) * value;
      }
      for (let c = 0; c < criteria; c += 1) {
        const label = labels[c] as number;
        if (label === UNKNOWN) continue;
        const error = 1 / (1 + Math.exp(-(logits[c] as number))) - (label === YES ? 1 : 0);
        if (Math.abs(error) < 0.004) continue;
        biasSeen[c] = (biasSeen[c] as number) + error * error;
        bias[c] = (bias[c] as number) - (0.1 * error) / Math.sqrt(biasSeen[c] as number);
        const size = error * value;
        const pull = l2[c] as number;
        for (const feature of row) {
          const k = feature * criteria + c;
          const slope = size * (ratios[k] as number);
          const s = (seen[k] as number) + slope * slope;
          seen[k] = s;
          const w = weights[k] as number;
          weights[k] = w - (settings.rate * (slope + pull * w)) / Math.sqrt(s);
        }
      }
    }
  }
  for (let k = 0; k < weights.length; k += 1) weights[k] = (weights[k] as number) * (ratios[k] as number);
  return { vocabulary, weights, bias };
}

/** How much likelier each feature is in examples of a criterion than in others, as a logarithm; one example is added to every count. */
function logCountRatios(
  rows: readonly Int32Array[],
  examples: readonly Example[],
  features: number,
  criteria: number,
): Float32Array {
  const yes = new Float32Array(features * criteria).fill(1);
  const no = new Float32Array(features * criteria).fill(1);
  const all = { yes: new Float64Array(criteria), no: new Float64Array(criteria) };
  rows.forEach((row, at) => {
    const { labels } = examples[at] as Example;
    for (let c = 0; c < criteria; c += 1) {
      if (labels[c] === UNKNOWN) continue;
      const counts = labels[c] === YES ? yes : no;
      const total = labels[c] === YES ? all.yes : all.no;
      total[c] = (total[c] as number) + row.length;
      for (const feature of row) {
        const k = feature * criteria + c;
        counts[k] = (counts[k] as number) + 1;
      }
    }
  });
  return yes.map((count, k) => {
    const c = k % criteria;
    const of = (n: number, total: number): number => n / (total + features);
    return Math.log(of(count, all.yes[c] as number) / of(no[k] as number, all.no[c] as number));
  });
}

export function readClause(features: readonly string[], model: Trained): Float32Array {
  const criteria = model.bias.length;
  const logits = new Float32Array(criteria);
  let known = 0;
  for (const feature of features) {
    const index = model.vocabulary.get(feature);
    if (index === undefined) continue;
    known += 1;
    for (let c = 0; c < criteria; c += 1)
      logits[c] = (logits[c] as number) + (model.weights[index * criteria + c] as number);
  }
  const value = 1 / Math.sqrt(Math.max(LEAST_FEATURES, known));
  return logits.map((sum, c) => 1 / (1 + Math.exp(-(sum * value + (model.bias[c] as number)))));
}

function vocabularyOf(examples: readonly Example[], leastSeen: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const vocabulary = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= leastSeen) vocabulary.set(feature, vocabulary.size);
  return vocabulary;
}

export function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}

/**
 * One logistic model over dense document features. Starts from `prior` and is pulled back to it, so that
 * a criterion with few examples stays near "trust the likeliest clause".
 */
export function trainDocument(
  rows: readonly (Float32Array | undefined)[],
  labels: readonly number[],
  prior: Float32Array,
  weightOf: (row: number) => number,
): Float32Array {
  const weights = Float32Array.from(prior);
  const seen = new Float32Array(prior.length).fill(1e-2);
  const random = randomiser(2);
  const order = [...rows.keys()].filter((i) => labels[i] !== UNKNOWN && rows[i] && weightOf(i) > 0);
  for (let epoch = 0; epoch < DOCUMENT_EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at] as Float32Array;
      let sum = 0;
      for (let k = 0; k < row.length; k += 1) sum += (weights[k] as number) * (row[k] as number);
      const error = (1 / (1 + Math.exp(-sum)) - (labels[at] === YES ? 1 : 0)) * weightOf(at);
      for (let k = 0; k < row.length; k += 1) {
        const slope =
          error * (row[k] as number) + DOCUMENT_L2 * ((weights[k] as number) - (prior[k] as number));
        if (slope === 0) continue;
        const s = (seen[k] as number) + slope * slope;
        seen[k] = s;
        weights[k] = (weights[k] as number) - (0.1 * slope) / Math.sqrt(s);
      }
    }
  }
  return weights;
}
const DOCUMENT_EPOCHS = 25;
const DOCUMENT_L2 = 2e-3;
