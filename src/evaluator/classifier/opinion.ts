import type { Draft } from '../draft.ts';
import { cite, type Evidence } from '../evidence.ts';
import type { PieceReading } from './clause-model.ts';
import { documentProbabilities } from './document-model.ts';
import type { Model } from './model-file.ts';

/** What the trained models think of a draft. */
export interface Opinion {
  /** Whether the draft as a whole has the criterion. False for one that the models don't know. */
  readonly likely: (criterion: string) => boolean;
  /** Whether the patterns of this rule, where they fire, need no second opinion. */
  readonly trustsPatterns: (criterion: string) => boolean;
  /** The probability behind `likely`, 0 to 1. */
  readonly probability: (criterion: string) => number;
  /** The probability of the likeliest single clause: without one, a verdict on the whole has nothing to quote. */
  readonly best: (criterion: string) => number;
  /** The clauses that speak for it most, in text order; at least one where the draft has any clause. */
  readonly words: (criterion: string) => Evidence[];
}

/** Weighs what the models read in the pieces of a draft. `cues` are the rules whose own patterns found something. */
export function opinionOn(
  draft: Draft,
  channel: string,
  pieces: readonly PieceReading[],
  cues: ReadonlySet<string>,
  model: Model,
): Opinion {
  const probabilities = documentProbabilities({ pieces, cues, channel, wordCount: draft.wordCount }, model);
  const at = (criterion: string) => model.criteria.indexOf(criterion);
  return {
    probability: (criterion) => probabilities[at(criterion)] ?? 0,
    likely: (criterion) => {
      const c = at(criterion);
      return (probabilities[c] ?? 0) >= (model.document.thresholds[c] ?? 1);
    },
    trustsPatterns: (criterion) => model.document.trusted.includes(criterion),
    best: (criterion) => likeliest(pieces, at(criterion)),
    words: (criterion) =>
      strongest(pieces, at(criterion)).map(({ start, end }) => cite(draft.text, start, end)),
  };
}

/** A clause is quoted beside the strongest one if it is nearly as strong, and likely by itself. */
const NEARLY = 0.8;
const LIKELY = 0.5;
const MOST_QUOTES = 3;

function likeliest(pieces: readonly PieceReading[], criterion: number): number {
  let best = 0;
  for (const { probability } of pieces) best = Math.max(best, probability[criterion] ?? 0);
  return best;
}

function strongest(pieces: readonly PieceReading[], criterion: number): PieceReading[] {
  const p = (piece: PieceReading) => piece.probability[criterion] ?? 0;
  const least = NEARLY * likeliest(pieces, criterion);
  const ranked = pieces
    .filter((piece) => p(piece) >= least)
    .sort((a, b) => p(b) - p(a) || a.end - a.start - (b.end - b.start));
  const top = ranked[0];
  if (!top) return [];
  // A clause of a sentence says it more exactly than the sentence, if it is nearly as sure.
  const clauseOf = ranked.find((clause) => within(clause, top) && clause !== top);
  const chosen = [clauseOf ?? top];
  for (const clause of ranked) {
    if (chosen.length === MOST_QUOTES || p(clause) < LIKELY) break;
    if (!chosen.some((other) => clause.start < other.end && other.start < clause.end)) chosen.push(clause);
  }
  return chosen.toSorted((a, b) => a.start - b.start);
}

const within = (inner: PieceReading, outer: PieceReading): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;
