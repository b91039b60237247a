import { readPieces } from '../classifier/clause-model.ts';
import { shippedModel } from '../classifier/shipped-model.ts';
import { type Cues, cuesIn } from '../cues.ts';
import type { Evaluation } from '../evaluate.ts';
import { overlaps, type Span } from '../evidence.ts';

/** What our own patterns and models think of single words of a draft. */
export interface OwnView {
  /** Whether a pattern of the rule matches there. */
  readonly matches: (rule: string, words: Span) => boolean;
  /** How likely our models find the rule in the clauses of these words, 0 to 1; 0 for a rule they don't know. */
  readonly hint: (rule: string, words: Span) => number;
}

/** Reads the draft for it once. Linear in its length. */
export function ownView({ draft, context, profile }: Evaluation): OwnView {
  const { clause, criteria } = shippedModel();
  const pieces = readPieces(draft, context.channel, clause);
  const cues: Cues = cuesIn(draft, context, profile);
  return {
    matches: (rule, words) => (cues.get(rule) ?? []).some((cue) => overlaps(cue, words)),
    hint: (rule, words) =>
      Math.max(
        0,
        ...pieces
          .filter((piece) => overlaps(piece, words))
          .map(({ probability }) => probability[criteria.indexOf(rule)] ?? 0),
      ),
  };
}
