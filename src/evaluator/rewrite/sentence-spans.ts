import type { Draft } from '../draft.ts';
import { greetingLength, isSignOff } from './frame.ts';
import { LATEST_GREETING } from './roles.ts';
import type { UnitKind } from './unit.ts';

const BULLET = /^[ \t]*(?:[-•*·–]|\d{1,2}[.)])[ \t]+/;
const SENTENCE_END =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: joiners and skin tones are meant one by one
  /(?:[.!?…]["'”’)\]]*|[\p{Extended_Pictographic}\u200d\ufe0f\u{1f3fb}-\u{1f3ff} ]{1,40})$/u;

/** A unit's place in the draft. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: UnitKind;
}

/** Where the draft's sentences, salutations and other lines begin and end, in order. */
export function sentenceSpans(draft: Draft): Span[] {
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
  if (!/[\p{L}\p{N}]/u.test(words.slice(length))) return [{ ...first, kind: 'greeting' }, ...rest];
  const body = first.start + length + (words.slice(length).length - words.slice(length).trimStart().length);
  return [
    { start: first.start, end: first.start + length, kind: 'greeting' },
    { ...first, start: body },
    ...rest,
  ];
}
