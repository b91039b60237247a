import type { Clause } from '../draft.ts';
import { type PieceReading, readPieces } from './clause-model.ts';
import type { ClauseWeights } from './model-file.ts';

/** What the models said of the pieces of one sentence: its clauses, and the whole of it where it has several. */
interface SentenceReading {
  readonly clauses: readonly PieceReading[];
  readonly whole: PieceReading | undefined;
}

/**
 * Reads texts that have most of their sentences in common, as a draft and its rewrites have. A piece is read by its
 * own words and its neighbours', so a sentence that stands between the same two is not read again. Says exactly what
 * `readPieces` says.
 */
export class PieceMemory {
  readonly #model: ClauseWeights;
  readonly #known = new Map<string, SentenceReading>();
  /** A text that was read and is not taken in yet: most drafts are good, and nothing else is read of them. */
  #fresh: (() => void) | undefined;

  constructor(model: ClauseWeights) {
    this.#model = model;
  }

  read(clauses: readonly Clause[], channel: string): PieceReading[] {
    if (this.#known.size === 0 && !this.#fresh) {
      const pieces = readPieces({ clauses }, channel, this.#model);
      this.#fresh = () => {
        const sentences = sentencesOf(clauses);
        this.#keep(sentences, pieces, keysOf(sentences, channel));
      };
      return pieces;
    }
    this.#fresh?.();
    this.#fresh = undefined;
    return this.#readAgain(sentencesOf(clauses), channel);
  }

  #readAgain(sentences: readonly Sentence[], channel: string): PieceReading[] {
    const keys = keysOf(sentences, channel);
    const isNew = keys.map((key) => !this.#known.has(key));
    for (let from = isNew.indexOf(true); from >= 0; ) {
      const old = isNew.indexOf(false, from);
      const to = old < 0 ? isNew.length : old;
      this.#learn(sentences, keys, from, to, channel);
      from = isNew.indexOf(true, to);
    }
    const readings = sentences.map((sentence, i) =>
      placed(this.#known.get(keys[i] as string) as SentenceReading, sentence),
    );
    return [...readings.flatMap((one) => one.clauses), ...readings.flatMap((one) => one.whole ?? [])];
  }

  /** Reads the sentences from one index up to another, with one more at either end for their neighbours' sake. */
  #learn(
    sentences: readonly Sentence[],
    keys: readonly string[],
    from: number,
    to: number,
    channel: string,
  ): void {
    const first = Math.max(0, from - 1);
    const around = sentences.slice(first, to + 1);
    const pieces = readPieces({ clauses: around.flat() }, channel, this.#model);
    const isAsked = (i: number): boolean => i >= from && i < to;
    this.#keep(
      around,
      pieces,
      around.map((_, i) => (isAsked(first + i) ? keys[first + i] : undefined)),
    );
  }

  /** Pieces are clauses, then sentences of several. What has no key was read for its neighbours' sake only. */
  #keep(
    sentences: readonly Sentence[],
    pieces: readonly PieceReading[],
    keys: readonly (string | undefined)[],
  ): void {
    let clause = 0;
    let whole = sentences.flat().length;
    sentences.forEach(({ length }, i) => {
      const key = keys[i];
      const clauses = pieces.slice(clause, clause + length);
      if (key !== undefined) this.#known.set(key, { clauses, whole: length > 1 ? pieces[whole] : undefined });
      clause += length;
      if (length > 1) whole += 1;
    });
  }
}

type Sentence = readonly Clause[];

function sentencesOf(clauses: readonly Clause[]): Clause[][] {
  const sentences: Clause[][] = [];
  for (const clause of clauses) {
    const last = sentences.at(-1);
    if (last?.[0]?.sentence === clause.sentence) last.push(clause);
    else sentences.push([clause]);
  }
  return sentences;
}

/** The words that a sentence is read by. No clause is empty or holds a line break, so no two are taken for one. */
function keysOf(sentences: readonly Sentence[], channel: string): string[] {
  const words = sentences.map((sentence) => sentence.map((clause) => clause.words).join('\n'));
  return words.map((own, i) => `${channel}\n\n${words[i - 1] ?? ''}\n\n${own}\n\n${words[i + 1] ?? ''}`);
}

/** The same words where they stand now. */
function placed({ clauses, whole }: SentenceReading, now: Sentence): SentenceReading {
  const { start, sentence } = now[0] as Clause;
  const { end } = now.at(-1) as Clause;
  return {
    clauses: clauses.map((piece, i) => at(piece, now[i] as Clause)),
    whole: whole && at(whole, { start, end, sentence }),
  };
}

const at = (
  { length, probability }: PieceReading,
  { start, end, sentence }: Pick<Clause, 'start' | 'end' | 'sentence'>,
): PieceReading => ({ start, end, sentence, length, probability });
