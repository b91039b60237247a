import type { Clause } from '../draft.ts';
import { stemsOf } from './stem.ts';
import { tokensOf } from './tokens.ts';

/** What the models read one at a time: a clause, or a whole sentence of several clauses. */
export interface Piece {
  readonly start: number;
  /** Exclusive. Both count UTF-16 units of the draft. */
  readonly end: number;
  /** Index of its sentence in the draft. */
  readonly sentence: number;
  readonly tokens: readonly string[];
  /** Stems of its longer words (`stem.ts`). */
  readonly stems: readonly string[];
  /** The pieces of the same kind that stand around it; `undefined` at either end of the draft. */
  readonly before: Piece['tokens'] | undefined;
  readonly after: Piece['tokens'] | undefined;
}

/** A piece is read up to here, in tokens, so that a run-on text stays cheap. */
const MOST_TOKENS = 60;

/**
 * The clauses of a draft, then its sentences of several clauses: some things are said by a clause and
 * drown in its sentence, others ("we waited, and you never rang") only by both together.
 */
export function piecesOf(clauses: readonly Clause[]): Piece[] {
  const tokens = clauses.map(({ words }) => tokensOf(words, MOST_TOKENS));
  const stems = tokens.map(stemsOf);
  const pieces: Piece[] = clauses.map(({ start, end, sentence }, i) => ({
    start,
    end,
    sentence,
    tokens: tokens[i] as string[],
    stems: stems[i] as string[],
    before: tokens[i - 1],
    after: tokens[i + 1],
  }));
  const sentences = sentencesOf(clauses, tokens, stems);
  sentences.forEach((whole, i) => {
    if (whole.clauses === 1) return;
    const { start, end, sentence, tokens, stems } = whole;
    const [before, after] = [sentences[i - 1]?.tokens, sentences[i + 1]?.tokens];
    pieces.push({ start, end, sentence, tokens, stems, before, after });
  });
  return pieces;
}

interface Sentence {
  readonly start: number;
  end: number;
  readonly sentence: number;
  tokens: readonly string[];
  stems: readonly string[];
  clauses: number;
}

function sentencesOf(
  clauses: readonly Clause[],
  tokens: readonly string[][],
  stems: readonly string[][],
): Sentence[] {
  const sentences: Sentence[] = [];
  clauses.forEach(({ start, end, sentence }, i) => {
    const own = tokens[i] as string[];
    const last = sentences.at(-1);
    if (last?.sentence === sentence) {
      last.end = end;
      last.clauses += 1;
      if (last.tokens.length >= MOST_TOKENS) return;
      last.tokens = [...last.tokens, ...own].slice(0, MOST_TOKENS);
      last.stems =
        last.tokens.length < MOST_TOKENS ? [...last.stems, ...(stems[i] as string[])] : stemsOf(last.tokens);
    } else sentences.push({ start, end, sentence, tokens: own, stems: stems[i] as string[], clauses: 1 });
  });
  return sentences;
}

/** Stretches that stand one after another, each read as it is: the parts of a training draft. */
export function rowOfPieces(stretches: readonly string[]): Piece[] {
  const tokens = stretches.map((words) => tokensOf(words, MOST_TOKENS));
  return tokens.map((own, i) => ({
    start: 0,
    end: 0,
    sentence: i,
    tokens: own,
    stems: stemsOf(own),
    before: tokens[i - 1],
    after: tokens[i + 1],
  }));
}
