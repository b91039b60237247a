import { maskOthersWords } from '../mask.ts';
import { matchesOf } from '../matches.ts';
import { oncePer } from './once-per.ts';

/**
 * Mends the seams an edit leaves in a sentence: doubled spaces and marks, dangling commas, the article
 * before a new word, the capital it began with. What stands in quotation marks, code or links stays.
 */
export function tidy(edited: string, original: string): string {
  const text = replaceAllInProse(edited.trim(), SEAMS);
  return matchCase(withoutStrayBracket(text.trim()), original);
}

/** An edit that took an opening bracket away leaves no closing one. */
const withoutStrayBracket = (text: string): string =>
  text.split(')').length > text.split('(').length ? text.replace(/\)(?=[^)]*$)/, '') : text;

export type Replacement = string | ((match: string, at: number, prose: string) => string);

/** Replaces only where the sender speaks: a match that touches a masked stretch is left alone. */
export const replaceInProse = (text: string, pattern: RegExp, to: Replacement): string =>
  replaceAllInProse(text, [[pattern, to]]);

/** The same for several patterns, one after the other. */
export function replaceAllInProse(
  text: string,
  replacements: readonly (readonly [RegExp, Replacement])[],
): string {
  let now = text;
  let prose = maskOthersWords(text);
  for (const [pattern, to] of replacements) {
    const next = replaceMatches(now, prose, pattern, to);
    if (next !== now) prose = maskOthersWords(next);
    now = next;
  }
  return now;
}

const everywhere = oncePer((pattern: RegExp) =>
  pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`),
);

function replaceMatches(text: string, prose: string, pattern: RegExp, to: Replacement): string {
  let result = '';
  let at = 0;
  for (const match of matchesOf(everywhere(pattern), prose)) {
    const end = match.index + match[0].length;
    if (text.slice(match.index, end) !== match[0]) continue;
    const words =
      typeof to === 'string'
        ? to.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
        : to(match[0], match.index, prose);
    result += text.slice(at, match.index) + words;
    at = end;
  }
  return result + text.slice(at);
}

const SEAMS: readonly [RegExp, Replacement][] = [
  [/ {2,}/g, ' '],
  [/ +(?=[,;!?](?:\s|$)|\.(?:\s|$))/g, ''],
  [/,(?:\s*,)+/g, ','],
  [/[,;:–—-]+\s*(?=[.!?](?:\s|$))/g, ''],
  [/(?<=[!?]) ?\.(?!\S)/g, ''],
  [/(?<!\.)\.(?: \.|\.)(?![.])/g, '.'],
  [/\(\s*\)\s?/g, ''],
  [/^[\s,;:.–—]+/g, ''],
  [/(?:,|;|\s[–—-])+\s*$/g, ''],
  [/\b(a|an) (?=[a-z])/gi, (match, at, prose) => articleFor(match, prose.slice(at + match.length))],
];

const VOWEL_SOUND = /^(?:[aeio]|u(?!ni|s[aei]|til|ser)|hour|hono|heir)/i;

function articleFor(article: string, next: string): string {
  const bare = article.trim();
  // "an historic", "a e-mail", "an 8" and the like stay as the sender has them.
  if (!/^[a-z]{3,}/i.test(next)) return article;
  const wanted = VOWEL_SOUND.test(next) ? 'an' : 'a';
  if (bare.toLowerCase() === wanted || /^(?:h|eu|one|once|uni|use|usu)/i.test(next)) return article;
  return `${/^[A-Z]/.test(bare) ? wanted.replace('a', 'A') : wanted} `;
}

/** Starts with a capital if the draft's sentence did, and small if it did not. */
function matchCase(text: string, original: string): string {
  const first = original.match(/\p{L}/u)?.[0] ?? 'A';
  if (first === first.toLowerCase() && first !== first.toUpperCase()) return text;
  return capitalise(text);
}

/** Capital at the start; a bracket or a quotation mark before the first letter is skipped, a slot is not touched. */
export const capitalise = (text: string): string =>
  text.replace(
    /^(["“'‘(*_]*)(\p{Ll})(?![\p{L}]*\.\p{L})/u,
    (_, lead: string, letter: string) => lead + letter.toUpperCase(),
  );

/** Small start for words that move into a sentence; "I", names and acronyms keep their capital. */
export const decapitalise = (text: string): string =>
  /^(?:We|You|Your|Our|My|The|A|An|This|That|It|There|They|Their|He|She|His|Her|Someone|Somebody|Nobody|No|When|On|In|At|For)\b/.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

/** Whether words end like a sentence, so that another can follow after a space. */
export const endsSentence = (text: string): boolean =>
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: joiners and skin tones are meant one by one
  /(?:[.!?…:]["'”’)\]]*|[\p{Extended_Pictographic}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}])\s*$/u.test(text);
