import type { Draft } from '../draft.ts';
import { greetingLength, isBareLine, isReference, isSignOff } from './frame.ts';

/** What a stretch of the draft is; only `body` and `list` units are ever edited. */
export type UnitKind = 'greeting' | 'body' | 'list' | 'sign-off' | 'locked';

/** One sentence of the page (or a line that is nobody's sentence: a quotation, code, a header). */
export interface Unit {
  readonly id: number;
  readonly kind: UnitKind;
  /** Its words in the draft; for an inserted unit both are the place where it belongs. */
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** What stands between it and the unit before: spaces, line breaks, a bullet. */
  readonly gap: string;
  /** Its words now; empty once it is cut or merged into another. */
  readonly text: string;
  /** Rules that changed it, in order. */
  readonly by: readonly string[];
  readonly inserted: boolean;
  readonly moved: boolean;
  /** End in the draft of a following unit that was merged into this one. */
  readonly mergedTo?: number;
}

/** A salutation further down than this opens something else. */
const LATEST_GREETING = 8;
const BULLET = /^[ \t]*(?:[-•*·–]|\d{1,2}[.)])[ \t]+/;
const SENTENCE_END =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: joiners and skin tones are meant one by one
  /(?:[.!?…]["'”’)\]]*|[\p{Extended_Pictographic}\u200d\ufe0f\u{1f3fb}-\u{1f3ff} ]{1,40})$/u;

/** The draft as units whose gaps and words, put one after the other, are the draft again. */
export function readPage(draft: Draft): Unit[] {
  const spans = sentenceSpans(draft);
  const units: Unit[] = [];
  let at = 0;
  for (const { start, end, kind } of spans) {
    units.push(unitOf(draft.text, units.length, kind, start, end, draft.text.slice(at, start)));
    at = end;
  }
  return markSignOff(lockAround(units));
}

/** The page as text, with the place of every unit in it. */
export function render(units: readonly Unit[], tail = ''): { text: string; places: Map<number, number> } {
  let text = '';
  const places = new Map<number, number>();
  for (const unit of settleGaps(units)) {
    text += unit.gap;
    places.set(unit.id, text.length);
    text += unit.text;
  }
  return { text: text + tail, places };
}

/** Drops cut units and hands their line breaks and bullets on, so that no hole is left. */
function settleGaps(units: readonly Unit[]): Unit[] {
  const kept: Unit[] = [];
  let owed: string | null = null;
  for (const unit of units) {
    if (unit.text === '') {
      owed = owed === null || unit.gap.includes('\n') ? joinGaps(owed, unit.gap) : owed;
      continue;
    }
    const gap = joinGaps(owed, unit.gap);
    kept.push({ ...unit, gap: kept.length === 0 && unit.gap !== gap ? gap.trimStart() : gap });
    owed = null;
  }
  return kept;
}

/** The gap after a cut: a sentence takes the place of the one before it, a new line keeps its own. */
function joinGaps(owed: string | null, gap: string): string {
  if (owed === null) return gap;
  const breaks = lineBreaks(gap);
  if (breaks === 0) return gap === '' ? '' : owed;
  return '\n'.repeat(Math.max(breaks, lineBreaks(owed))) + gap.slice(gap.lastIndexOf('\n') + 1);
}

const lineBreaks = (gap: string): number => gap.split('\n').length - 1;

function unitOf(text: string, id: number, kind: UnitKind, start: number, end: number, gap: string): Unit {
  const original = text.slice(start, end);
  return { id, kind, start, end, original, gap, text: original, by: [], inserted: false, moved: false };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: UnitKind;
}

function sentenceSpans(draft: Draft): Span[] {
  const spans: Span[] = [];
  let lineStart = 0;
  draft.text.split('\n').forEach((line, index) => {
    const pieces = draft.clauses.filter((clause) => clause.line === index);
    spans.push(...lineSpans(line, lineStart, pieces, spans.length));
    lineStart += line.length + 1;
  });
  return spans;
}

function lineSpans(
  line: string,
  lineStart: number,
  clauses: readonly Draft['clauses'][number][],
  before: number,
): Span[] {
  const bullet = BULLET.exec(line)?.[0].length ?? 0;
  const from = lineStart + Math.max(bullet, line.length - line.trimStart().length);
  const to = lineStart + line.trimEnd().length;
  if (from >= to) return [];
  const inside = clauses.filter(({ end }) => end > from);
  if (inside.length === 0) return [{ start: from, end: to, kind: 'locked' }];
  const starts = inside
    .filter((clause, i) => i > 0 && clause.sentence !== inside[i - 1]?.sentence)
    .map(({ start }) => start);
  const kind: UnitKind = bullet > 0 ? 'list' : 'body';
  const spans: Span[] = [];
  let at = from;
  for (const next of [...starts, to]) {
    // A dash after the full stop belongs to the signature that follows.
    const words = lineAt(line, lineStart, at, next).trimEnd();
    const sentence = next === to ? words : words.replace(/(?<=[.!?…]["')]*)\s+[-–—~]+$/, '');
    if (
      next !== to &&
      (!SENTENCE_END.test(sentence) ||
        (sentence.endsWith(')') && /\p{Ll}/u.test(line.charAt(next - lineStart))))
    )
      continue;
    spans.push({ start: at, end: at + sentence.length, kind });
    at =
      sentence === words
        ? next
        : at +
          sentence.length +
          (words.length - sentence.length - words.slice(sentence.length).trimStart().length);
  }
  return splitSignature(
    line,
    lineStart,
    before < LATEST_GREETING ? splitGreeting(line, lineStart, spans, before) : spans,
  );
}

const lineAt = (line: string, lineStart: number, from: number, to: number): string =>
  line.slice(from - lineStart, to - lineStart);

const SIGNED =
  /(?<=[.!?…\p{Extended_Pictographic}]["'”’)]*)\s+([-–—~]?\s?\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’&-]*|&)){0,3})$/u;
const OPEN_QUOTE_CLOSES = /["”]$/;

/** A name after the last full stop, or the closing mark of a quoted script, becomes a unit of its own. */
function splitSignature(line: string, lineStart: number, spans: Span[]): Span[] {
  const last = spans.at(-1);
  if (last?.kind !== 'body') return spans;
  const words = lineAt(line, lineStart, last.start, last.end);
  const name = SIGNED.exec(words);
  if (name?.[1] && isSignOff(name[1])) {
    return [
      ...spans.slice(0, -1),
      { ...last, end: last.start + name.index },
      { start: last.end - name[1].length, end: last.end, kind: 'body' },
    ];
  }
  if (!OPEN_QUOTE_CLOSES.test(words) || (words.match(/["“”]/g) ?? []).length % 2 === 0 || words.length < 2)
    return spans;
  return [
    ...spans.slice(0, -1),
    { ...last, end: last.end - 1 },
    { start: last.end - 1, end: last.end, kind: 'sign-off' },
  ];
}

/** The salutation becomes a unit of its own, so that no edit can touch it. */
function splitGreeting(line: string, lineStart: number, spans: Span[], before: number): Span[] {
  const [first, ...rest] = spans;
  if (first?.kind !== 'body') return spans;
  const words = lineAt(line, lineStart, first.start, first.end);
  const length = greetingLength(words, before === 0);
  if (length === 0) return spans;
  if (length >= words.length) return [{ ...first, kind: 'greeting' }, ...rest];
  const body = first.start + length + (words.slice(length).length - words.slice(length).trimStart().length);
  return [
    { start: first.start, end: first.start + length, kind: 'greeting' },
    { ...first, start: body },
    ...rest,
  ];
}

const RULED_LINE = /^[-–—_=*]{3,}$/;

/** A subject line, or words to a colleague, before the salutation or outside ruled lines: not for the reader. */
function lockAround(units: readonly Unit[]): Unit[] {
  const rules = units.flatMap(({ text }, i) => (RULED_LINE.test(text.trim()) ? [i] : []));
  const greeting = units.findIndex(({ kind }) => kind === 'greeting');
  const from = Math.max(rules[0] ?? 0, greeting < LATEST_GREETING ? greeting : 0);
  const to = rules.length > 1 ? (rules.at(-1) ?? units.length) : units.length;
  const heading =
    units.length > 2 &&
    units[0]?.kind === 'body' &&
    isBareLine(units[0].text) &&
    lineBreaks(units[1]?.gap ?? '') > 0
      ? 1
      : 0;
  const notForReader = (unit: Unit, i: number) =>
    i < Math.max(from, heading) ||
    i > to ||
    (i < LATEST_GREETING && unit.kind === 'body' && isReference(unit.text));
  return units.map((unit, i) => (notForReader(unit, i) ? { ...unit, kind: 'locked' } : unit));
}

function markSignOff(units: Unit[]): Unit[] {
  const marked = [...units];
  for (let i = marked.length - 1, steps = 0; i > 0 && steps < 6; i -= 1, steps += 1) {
    const unit = marked[i];
    if (!unit || unit.kind === 'greeting' || unit.kind === 'list') break;
    if (unit.kind === 'locked' || unit.kind === 'sign-off') continue;
    const ownLine =
      lineBreaks(unit.gap) > 0 && (i === marked.length - 1 || lineBreaks(marked[i + 1]?.gap ?? '') > 0);
    if (!isSignOff(unit.text) && !(ownLine && isBareLine(unit.text))) break;
    marked[i] = { ...unit, kind: 'sign-off' };
  }
  return marked;
}
