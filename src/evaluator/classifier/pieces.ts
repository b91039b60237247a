import type { Clause } from '../draft.ts';
import { stemsOf } from './stem.ts';
import { tellingOf } from './telling.ts';
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
  /** Telling words (`telling.ts`) of the pieces of the same kind around it; `undefined` at either end of the draft. */
  readonly before: readonly string[] | undefined;
  readonly after: readonly string[] | undefined;
}

/** A piece is read up to here, in tokens, so that a run-on text stays cheap. */
const MOST_TOKENS = 60;

/** A stretch of the draft and its words, as all features of it and of its neighbours see them. */
interface Stretch extends Pick<Piece, 'start' | 'end' | 'sentence' | 'tokens' | 'stems'> {
  readonly telling: readonly string[];
}

/**
 * The clauses of a draft, then its sentences of several clauses: some things are said by a clause and
 * drown in its sentence, others ("we waited, and you never rang") only by both together.
 */
export function piecesOf(clauses: readonly Clause[]): Piece[] {
  const parts = clauses.map(({ start, end, sentence, words }) =>
    stretchOf(start, end, sentence, tokensOf(words, MOST_TOKENS)),
  );
  const sentences = sentencesOf(parts);
  return [
    ...parts.map((part, i) => between(part, parts[i - 1], parts[i + 1])),
    ...sentences.flatMap(({ length, whole }, i) =>
      length === 1 ? [] : [between(whole, sentences[i - 1]?.whole, sentences[i + 1]?.whole)],
    ),
  ];
}

const stretchOf = (start: number, end: number, sentence: number, tokens: readonly string[]): Stretch => ({
  start,
  end,
  sentence,
  tokens,
  stems: stemsOf(tokens),
  telling: tellingOf(tokens),
});

const between = (
  { start, end, sentence, tokens, stems }: Stretch,
  before: Stretch | undefined,
  after: Stretch | undefined,
): Piece => ({ start, end, sentence, tokens, stems, before: before?.telling, after: after?.telling });

interface Sentence {
  /** In clauses. */
  readonly length: number;
  readonly whole: Stretch;
}

function sentencesOf(parts: readonly Stretch[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (let from = 0; from < parts.length; ) {
    const first = parts[from] as Stretch;
    let to = from + 1;
    while (parts[to]?.sentence === first.sentence) to += 1;
    sentences.push({ length: to - from, whole: to - from === 1 ? first : joined(parts.slice(from, to)) });
    from = to;
  }
  return sentences;
}

/** What clauses of one sentence say together. Their words need no second look where all of them are read. */
function joined(parts: readonly Stretch[]): Stretch {
  const { start, sentence } = parts[0] as Stretch;
  const { end } = parts.at(-1) as Stretch;
  const tokens = parts.flatMap((part) => part.tokens);
  if (tokens.length > MOST_TOKENS) return stretchOf(start, end, sentence, tokens.slice(0, MOST_TOKENS));
  const stems = parts.flatMap((part) => part.stems);
  return { start, end, sentence, tokens, stems, telling: parts.flatMap((part) => part.telling) };
}

/** Stretches that stand one after another, each read as it is: the parts of a training draft. */
export function rowOfPieces(stretches: readonly string[]): Piece[] {
  const parts = stretches.map((words, i) => stretchOf(0, 0, i, tokensOf(words, MOST_TOKENS)));
  return parts.map((part, i) => between(part, parts[i - 1], parts[i + 1]));
}
