import { DraftTooLongError, EmptyDraftError, MAX_DRAFT } from '../errors.ts';
import { cite, type Evidence, overlaps, type Span } from './evidence.ts';
import { maskOthersWords } from './mask.ts';
import { matchesOf } from './matches.ts';
import { type Segment, segment } from './segment.ts';

/** A clause of the draft with its words as `prose` has them (same length as the slice of the text). */
export interface Clause extends Segment {
  readonly words: string;
}

export interface Draft {
  /** As the sender wrote it. Evidence is cited from here. */
  readonly text: string;
  /** Same length; code, links and other people's words are spaces. Rules match here. */
  readonly prose: string;
  readonly clauses: readonly Clause[];
  /** Where `citeAll` and `citeClauses` look: the whole, unless somebody knows that the rest holds nothing. */
  readonly searched: readonly Span[];
  /** Number of words in `prose`. */
  readonly wordCount: number;
}

/** Reads a draft. Throws EmptyDraftError or DraftTooLongError. */
export function parseDraft(text: string): Draft {
  if (text.length > MAX_DRAFT) throw new DraftTooLongError(text.length);
  if (text.trim() === '') throw new EmptyDraftError();
  const prose = normaliseApostrophes(maskOthersWords(text));
  const clauses = segment(prose).map(({ start, end, sentence, line }) => ({
    start,
    end,
    sentence,
    line,
    words: prose.slice(start, end),
  }));
  return {
    text,
    prose,
    clauses,
    searched: [{ start: 0, end: text.length }],
    wordCount: prose.match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*/gu)?.length ?? 0,
  };
}

/** So that a rule writes one apostrophe and matches all of them. */
const normaliseApostrophes = (prose: string): string => prose.replace(/[’‘ʼ`´]/g, "'");

/** Every match of a global pattern in the prose that is searched, cited from the text. */
export function citeAll({ text, prose, searched }: Draft, pattern: RegExp): Evidence[] {
  const cited: Evidence[] = [];
  for (const stretch of searched)
    for (const match of matchesOf(pattern, prose.slice(stretch.start, stretch.end))) {
      const start = stretch.start + match.index;
      const lead = match[0].length - match[0].trimStart().length;
      cited.push(cite(text, start + lead, start + match[0].trimEnd().length));
    }
  return cited;
}

/** The clauses that a test picks, cited from the text. */
export function citeClauses(draft: Draft, test: (clause: Clause) => boolean): Evidence[] {
  return draft.clauses
    .filter((clause) => draft.searched.some((stretch) => overlaps(stretch, clause)) && test(clause))
    .map((clause) => cite(draft.text, clause.start, clause.end));
}
