import type { DocumentEvidence } from '../../src/evaluator/classifier/document-model.ts';
import { documentFeatures } from '../../src/evaluator/classifier/document-model.ts';
import { featuresOf } from '../../src/evaluator/classifier/features.ts';
import { piecesOf } from '../../src/evaluator/classifier/pieces.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import { type TrainingDraft, UNKNOWN, YES } from './examples.ts';
import { readClause, type Settings, type Trained, trainClauses, trainDocument } from './logistic.ts';

/** Which rules' patterns fire in a draft. */
export type Cues = (text: string, channel: string) => ReadonlySet<string>;

export interface Learnt {
  readonly clause: Trained;
  readonly document: readonly Float32Array[];
  readonly thresholds: readonly number[];
  /** Criteria whose patterns need no second opinion. */
  readonly trusted: readonly string[];
}

export const FOLDS = 5;

/** What the clause models make of a draft they may or may not have seen, as the document models get it. */
export function describe(draft: TrainingDraft, model: Trained, cues: Cues): DocumentEvidence {
  const parsed = parseDraft(draft.text);
  const pieces = piecesOf(parsed.clauses).map((piece) => ({
    sentence: piece.sentence,
    length: piece.tokens.length,
    probability: readClause(featuresOf(piece, draft.channel), model),
  }));
  return {
    pieces,
    cues: cues(draft.text, draft.channel),
    channel: draft.channel,
    wordCount: parsed.wordCount,
  };
}

/** In how many parts the drafts are cut to be read by models that saw the others only. */
const READING_FOLDS = 3;

/**
 * For every draft with a weight, what piece models that never saw it say of it: the document models must learn
 * from honest readings. Drafts without a weight are seen by all models and read by none.
 */
export function outOfFold(
  drafts: readonly TrainingDraft[],
  criteria: readonly string[],
  cues: Cues,
  weightOf: WeightOf,
  settings: Settings,
): (Float32Array | undefined)[] {
  const foldOf = (i: number): number => (i * 7) % READING_FOLDS;
  const rows: (Float32Array | undefined)[] = drafts.map(() => undefined);
  for (let fold = 0; fold < READING_FOLDS; fold += 1) {
    const model = trainClauses(
      drafts.filter((_, i) => weightOf(i) === 0 || foldOf(i) !== fold).flatMap(({ examples }) => examples),
      criteria.length,
      settings,
    );
    drafts.forEach((draft, i) => {
      if (weightOf(i) === 0 || foldOf(i) !== fold) return;
      rows[i] = documentFeatures(describe(draft, model, cues), criteria);
    });
  }
  return rows;
}

/** Drafts written as whole messages by people who did not write for one criterion count more. */
export type WeightOf = (i: number) => number;

export function learnDocument(
  rows: readonly (Float32Array | undefined)[],
  drafts: readonly TrainingDraft[],
  criteria: readonly string[],
  weightOf: WeightOf,
): Float32Array[] {
  return criteria.map((_, c) => {
    const prior = new Float32Array(rows.find((row) => row)?.length ?? 0);
    prior[c] = 3;
    prior[3 * criteria.length + c] = 1;
    return trainDocument(
      rows,
      drafts.map(({ labels }) => labels[c] as number),
      prior,
      weightOf,
    );
  });
}

export function probability(row: Float32Array, weights: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k += 1) sum += (row[k] as number) * (weights[k] as number);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * The threshold with the best weighted F-measure on held-out readings. `beta` below 1 counts a false
 * accusation as worse than a miss. Smoothed by the prior that 0.5 is right, so that rare criteria don't
 * follow a handful of drafts.
 */
export function thresholdFor(
  scored: readonly { p: number; yes: boolean; weight: number }[],
  beta: number,
): number {
  const sorted = scored.toSorted((a, b) => b.p - a.p);
  const positives = sum(sorted.map(({ yes, weight }) => (yes ? weight : 0)));
  let truePositives = 0;
  let falsePositives = 0;
  let best = { value: -1, threshold: 0.5 };
  sorted.forEach(({ p, yes, weight }, i) => {
    if (yes) truePositives += weight;
    else falsePositives += weight;
    const next = sorted[i + 1]?.p ?? 0;
    const value =
      ((1 + beta * beta) * truePositives) /
      ((1 + beta * beta) * truePositives + beta * beta * (positives - truePositives) + falsePositives);
    if (value > best.value && p - next > 1e-6) best = { value, threshold: (p + next) / 2 };
  });
  return Math.min(0.85, Math.max(0.15, best.threshold));
}

export function thresholds(
  rows: readonly (Float32Array | undefined)[],
  drafts: readonly TrainingDraft[],
  document: readonly Float32Array[],
  weightOf: WeightOf,
  betaOf: (c: number) => number,
): number[] {
  return document.map((weights, c) => {
    const scored = rows.flatMap((row, i) => {
      const label = drafts[i]?.labels[c] ?? UNKNOWN;
      return label === UNKNOWN || !row
        ? []
        : [{ p: probability(row, weights), yes: label === YES, weight: weightOf(i) }];
    });
    return thresholdFor(scored, betaOf(c));
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** A rule's patterns are trusted from this precision on, seen in at least so many drafts. */
const TRUSTED_PRECISION = 0.93;
const TRUSTED_DRAFTS = 20;

/** Criteria whose patterns were right often enough in the drafts that `weightOf` counts. */
export function trustedCues(
  rows: readonly (Float32Array | undefined)[],
  drafts: readonly TrainingDraft[],
  criteria: readonly string[],
  weightOf: WeightOf,
): string[] {
  return criteria.filter((_, c) => {
    const fired = drafts.flatMap(({ labels }, i) => {
      const label = labels[c] ?? UNKNOWN;
      return weightOf(i) > 0 && label !== UNKNOWN && rows[i]?.[3 * criteria.length + c] === 1 ? [label] : [];
    });
    const right = fired.filter((label) => label === YES).length;
    return fired.length >= TRUSTED_DRAFTS && right / fired.length >= TRUSTED_PRECISION;
  });
}
