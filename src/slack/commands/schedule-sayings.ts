import { FREQUENCIES, type Frequency, WEEKDAYS, type Weekday } from '../../reviews/digests/schedule.ts';
import { zoneNamed } from '../../reviews/digests/zones.ts';
import { closestZone } from './closest-zone.ts';
import { isLikeTime, readTime } from './read-time.ts';
import { closestWord } from './slips.ts';

/** What a word, or several that belong together, say about when a digest is wanted. */
export type Saying = { readonly typed: string } & (
  | { readonly kind: 'frequency'; readonly value: Frequency }
  | { readonly kind: 'day'; readonly value: Weekday | number }
  /** A number and nothing else: what it is depends on the rest. */
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'time'; readonly value: string }
  | { readonly kind: 'zone'; readonly value: string }
  /** Nothing that a schedule is made of, and what was probably meant. */
  | { readonly kind: 'unknown'; readonly value: string | undefined }
);

/** The last day of a month, and of a shorter month than that. */
const LAST_DAY = 31;
/** "Dar es Salaam" has as many words. */
const ZONE_WORDS = 3;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/;
/** People say them and mean nothing by them that the other words do not say. */
const FILLERS = ['at', 'on', 'in', 'the', 'of', 'every', 'each', 'and', 'day', 'month'];
const VOCABULARY: readonly string[] = [...FREQUENCIES, ...WEEKDAYS, 'last'];
/** "Biweekly" is twice a week to some and every two weeks to others, so it is asked back. */
const TWICE_OR_EVERY_TWO = /^bi-?weekly$/i;

/** Reads words in any order and any case. What is not known stands where it stood. */
export function readSayings(typed: string): readonly Saying[] {
  const words = typed
    .replace(/(\d)\s+(am|pm)\b/gi, '$1$2')
    .split(/[\s,;()]+/)
    .filter((word) => word !== '');
  const sayings: Saying[] = [];
  let strange: string[] = [];
  const endStrange = () => {
    sayings.push(...unknown(strange));
    strange = [];
  };
  for (let at = 0; at < words.length; ) {
    const { saying, length } = sayingAt(words, at);
    if (saying === undefined && length === 0) strange.push(words[at] ?? '');
    else {
      endStrange();
      if (saying !== undefined) sayings.push(saying);
    }
    at += Math.max(1, length);
  }
  endStrange();
  return sayings;
}

/** `length` is the count of words it takes; 0 where nothing is known of the first. */
function sayingAt(words: readonly string[], at: number): { saying?: Saying; length: number } {
  for (let length = ZONE_WORDS; length > 1; length -= 1) {
    const typed = words.slice(at, at + length).join(' ');
    const zone = at + length <= words.length ? zoneNamed(typed) : undefined;
    if (zone !== undefined) return { saying: { kind: 'zone', value: zone, typed }, length };
  }
  const typed = words[at] ?? '';
  if (FILLERS.includes(typed.toLowerCase())) return { length: 1 };
  const saying = sayingOf(typed);
  return saying === undefined ? { length: 0 } : { saying, length: 1 };
}

function sayingOf(typed: string): Saying | undefined {
  const word = typed.toLowerCase();
  const frequency = FREQUENCIES.find((name) => name === word);
  if (frequency !== undefined) return { kind: 'frequency', value: frequency, typed };
  const weekday = WEEKDAYS.find((name) => word.length > 2 && (name.startsWith(word) || `${name}s` === word));
  if (weekday !== undefined) return { kind: 'day', value: weekday, typed };
  if (word === 'last') return { kind: 'day', value: LAST_DAY, typed };
  const ordinal = ORDINAL.exec(word)?.[1];
  if (ordinal !== undefined) return { kind: 'day', value: Number(ordinal), typed };
  if (/^\d{1,2}$/.test(word)) return { kind: 'number', value: Number(word), typed };
  const time = readTime(word);
  if (time !== undefined) return { kind: 'time', value: time, typed };
  const zone = zoneNamed(typed);
  return zone === undefined ? undefined : { kind: 'zone', value: zone, typed };
}

/** Words that follow each other may be a city together; else each was meant for itself. */
function unknown(words: readonly string[]): readonly Saying[] {
  if (words.length > 1 && words.length <= ZONE_WORDS) {
    const typed = words.join(' ');
    const value = closestZone(typed);
    if (value !== undefined) return [{ kind: 'unknown', value, typed }];
  }
  return words.map((typed) => ({ kind: 'unknown', value: meantBy(typed), typed }));
}

function meantBy(typed: string): string | undefined {
  if (isLikeTime(typed)) return undefined;
  if (TWICE_OR_EVERY_TWO.test(typed)) return 'fortnightly';
  return closestWord(typed, VOCABULARY) ?? closestZone(typed);
}
