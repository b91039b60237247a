import type { Span } from './evidence.ts';
import { matchesOf } from './matches.ts';

/** A stretch of prose that says one thing: a sentence, or a clause of a longer one. */
export interface Segment extends Span {
  /** Index of the sentence it belongs to; clauses of one sentence share it. */
  readonly sentence: number;
  /** Index of the line it stands on. */
  readonly line: number;
}

const ABBREVIATION =
  /(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|st|no|vs|etc|approx|e\.g|i\.e|inc|ltd|co|dept|ext|ref|rs|a\.m|p\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|[A-Z])$/i;
const TERMINATOR =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: joiners and skin tones are meant one by one
  /[.!?…]+["'”’)\]]*|\p{Extended_Pictographic}[\p{Extended_Pictographic}\u200d\ufe0f\u{1f3fb}-\u{1f3ff} ]{0,40}|;|\s[–—-]{1,2}\s|—/gu;
/** Where a new clause of our grammar may begin inside a sentence. */
const CLAUSE =
  /,? (?=(?:but|however|although|though|yet|so|because|since|as|while|whereas|which|and|or|plus) (?:(?:then|now|also|that|this|it|there|we|i|you|your|our|my|he|she|they|the|a|nobody|no one|someone|please)\b))|, (?=(?:i|we|you|it|that|this|there|the|our|your|my|please|thank|thanks|sorry|which)(?:'|’)?\w* )/gi;

/** Shorter clauses than this stay with their neighbour, in UTF-16 units. */
const SHORTEST_CLAUSE = 14;

/**
 * Cuts prose into segments: line first, then sentences, then clauses. Chat leaves out full stops and
 * capitals, so an emoji, a dash, a semicolon or a line break ends a sentence too.
 */
export function segment(prose: string): Segment[] {
  const segments: Segment[] = [];
  let sentence = 0;
  let line = 0;
  let lineStart = 0;
  for (const rawLine of prose.split('\n')) {
    const cuts = sentenceCuts(rawLine);
    let from = 0;
    for (const to of [...cuts, rawLine.length]) {
      const before = segments.length;
      for (const { start, end } of clauses(rawLine.slice(from, to), lineStart + from))
        segments.push({ start, end, sentence, line });
      if (segments.length > before) sentence += 1;
      from = to;
    }
    lineStart += rawLine.length + 1;
    line += 1;
  }
  return segments;
}

/** Places where a sentence of the line ends. */
function sentenceCuts(line: string): number[] {
  const cuts: number[] = [];
  for (const match of matchesOf(TERMINATOR, line)) {
    const mark = match[0];
    const end = match.index + mark.length;
    if (mark.startsWith('.') && !endsSentence(line, match.index, end)) continue;
    if (ASKS_OR_CALLS.test(mark) && end < line.length && !SPACE.test(line.charAt(end))) continue;
    cuts.push(end);
  }
  return cuts;
}

const ASKS_OR_CALLS = /^[!?]/;
const SPACE = /\s/;

function endsSentence(line: string, at: number, end: number): boolean {
  const next = line[end];
  if (next !== undefined && !SPACE.test(next))
    return /\p{Lu}/u.test(next) && /\p{Ll}{2}$/u.test(line.slice(Math.max(0, at - 2), at));
  if (end - at > 1) return true;
  return (
    !ABBREVIATION.test(line.slice(Math.max(0, at - 8), at)) ||
    (/^\s+\p{Lu}\p{Ll}+ /u.test(line.slice(end, end + 24)) &&
      /(?:etc|a\.m|p\.m|inc|ltd)$/i.test(line.slice(Math.max(0, at - 4), at)))
  );
}

function clauses(sentence: string, offset: number): Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (const to of [...clauseCuts(sentence), sentence.length]) {
    const words = sentence.slice(from, to);
    const lead = LEAD.exec(words)?.[0].length ?? 0;
    const length = words.trimEnd().length;
    if (length > lead && LETTER_OR_FIGURE.test(words))
      pieces.push({ start: offset + from + lead, end: offset + from + length });
    from = to;
  }
  return pieces;
}

const LEAD = /^[\s,;–—•*·-]*/;
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;

/** Places where another clause of the sentence begins. */
function clauseCuts(sentence: string): number[] {
  if (sentence.length < 2 * SHORTEST_CLAUSE) return [];
  const cuts: number[] = [];
  let from = 0;
  for (const { index } of matchesOf(CLAUSE, sentence)) {
    if (index - from < SHORTEST_CLAUSE || sentence.length - index < SHORTEST_CLAUSE) continue;
    cuts.push(index);
    from = index;
  }
  return cuts;
}
