import type { Draft } from '../draft.ts';
import { cite, type Evidence } from '../evidence.ts';

/** More than this shows nothing in particular, in UTF-16 units. */
const LONGEST = 600;

/**
 * The one place in the draft where a quote stands word for word. White space and the shape of quotation marks may
 * differ. `undefined` where it stands nowhere, in several places, or in words that are not the sender's (code,
 * links, quoted lines). Linear.
 */
export function findQuote(draft: Draft, quote: string): Evidence | undefined {
  const wanted = plain(quote).text;
  if (wanted === '' || wanted.length > LONGEST) return undefined;
  const { text, at } = plain(draft.text);
  const found = placesOf(wanted, text);
  const [place] = found;
  if (place === undefined || found.length > 1) return undefined;
  const start = at[place] ?? 0;
  const end = (at[place + wanted.length - 1] ?? 0) + 1;
  return /[\p{L}\p{N}]/u.test(draft.prose.slice(start, end)) ? cite(draft.text, start, end) : undefined;
}

/** Where words stand on their own: "I" is not in "If". At most two places, as one too many is enough. */
function placesOf(wanted: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && places.length < 2; at = text.indexOf(wanted, at + 1))
    if (isWhole(text, at, at + wanted.length)) places.push(at);
  return places;
}

const isWhole = (text: string, start: number, end: number): boolean =>
  !(isLetter(text.charAt(start - 1)) && isLetter(text.charAt(start))) &&
  !(isLetter(text.charAt(end - 1)) && isLetter(text.charAt(end)));

const isLetter = (unit: string): boolean => /[\p{L}\p{N}]/u.test(unit);

interface Plain {
  readonly text: string;
  /** For each unit of `text` where it stood. */
  readonly at: readonly number[];
}

/** One space for any white space, none at the ends; one shape of each quotation mark. */
function plain(text: string): Plain {
  const at: number[] = [];
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = MARKS[text.charAt(i)] ?? text.charAt(i);
    if (/\s/.test(unit)) {
      if (out === '' || out.endsWith(' ')) continue;
      out += ' ';
    } else out += unit;
    at.push(i);
  }
  return { text: out.trimEnd(), at };
}

const MARKS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
};
