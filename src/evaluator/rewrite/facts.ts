import type { Context } from '../context.ts';
import type { Evaluation } from '../evaluate.ts';
import { overlaps } from '../evidence.ts';
import { oncePer } from './once-per.ts';
import { TURNED_VERBS } from './turn-clause.ts';
import { OWN_WORDS } from './wording.ts';

const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const SLOT = /\[[^\]\n]{1,120}\]/g;

/**
 * Words of a rewrite that stand neither in the draft nor in the context fields nor among the few words of
 * our own: what a rewrite may never have. Open slots are questions and are not read. Linear.
 */
export function newWords(before: Pick<Evaluation, 'draft' | 'given'>, rewrite: string): string[] {
  const theirs = theirWords(before);
  const isKnown = (word: string): boolean => theirs.has(word) || isOurs(word);
  return wordsOf(rewrite.replace(SLOT, ' ')).filter(
    (word) => !isKnown(word) && !word.split(/['’]/).every(isKnown),
  );
}

/** Words of the draft and of the context fields. */
const theirWords = oncePer(
  ({ draft, given }: Pick<Evaluation, 'draft' | 'given'>): ReadonlySet<string> =>
    new Set([...wordsOf(draft.text), ...wordsOf(saidInContext(given))]),
);

const saidInContext = (given: Context): string => Object.values(given).flat().map(textOf).join(' ');

const isOurs = (word: string): boolean => OWN_WORDS.has(word) || GRAMMAR.has(word);

/** All words of a context field. */
export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value !== null && typeof value === 'object'
      ? Object.values(value).map(textOf).join(' ')
      : '';

/** Words in small letters, with what an apostrophe ties to them. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(TOKEN) ?? [];

/** Words that edits put in for the sake of grammar. */
const GRAMMAR: ReadonlySet<string> = new Set([
  'sorry',
  'apologise',
  'apologize',
  'some',
  'went',
  'wrong',
  'part',
  'anything',
  'missed',
  'else',
  'know',
  'hi',
  'patience',
  'please',
  's',
  'm',
  're',
  've',
  ...TURNED_VERBS,
]);

/** A particular that a reader may act on or check. */
export interface Fact {
  readonly kind: 'amount' | 'time' | 'number' | 'link' | 'name' | 'remedy';
  readonly words: string;
  readonly at: number;
}

const FACTS: readonly [Fact['kind'], RegExp][] = [
  [
    'link',
    /\bhttps?:\/\/\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|\b[\w-]{2,40}\.(?:example|com|org|net|io|in|co\.uk)(?:\/\S*)?/gi,
  ],
  [
    'amount',
    /[£$€₹¥]\s?\d[\d.,]*\d|[£$€₹¥]\s?\d|\b\d[\d.,]*\s?(?:%|per ?cent|pounds|dollars|euros?|quid|rs|inr|gbp|usd)\b/gi,
  ],
  [
    'time',
    /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|today|tomorrow|tonight|yesterday|noon|midnight)\b|\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)\b|\b\d{1,2}:\d{2}\b/gi,
  ],
  ['number', /\b(?:[A-Z]{1,5}-?)?\d[\d.,-]*\d\b|\b\d\b/g],
  [
    'remedy',
    /\b(?:refund(?:ed|ing)?|replacement|voucher|credit(?:ed)?|discount|rebook(?:ed)?|reimburse\w*|free of charge|compensation|gift card|waived?|remake)\b/gi,
  ],
  ['name', /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})*/gu],
];

/** The particulars of a text: amounts, times, numbers, links, remedies, and names inside sentences. Linear. */
export const factsIn = (text: string): Fact[] =>
  FACTS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, words: match[0], at: match.index })),
  );

/** Faults that the rubric says to delete: a particular in a clause of theirs may go with it, and nothing else may. */
const DELETED = new Set([
  'sorry-but',
  'blames-customer',
  'blames-others',
  'excuse-making',
  'defensiveness',
  'over-promise',
  'over-explaining',
  'canned-boilerplate',
  'demands-forgiveness',
  'self-promotion',
  'disrespectful-tone',
]);

/**
 * Particulars of a draft that a rewrite no longer has, though no rule says to drop them. What merely stands
 * in a sentence that was reworded must come through. Linear.
 */
export const lostFacts = (before: Judged, rewrite: string): readonly Fact[] =>
  factsToKeep(before).filter(({ words }) => !rewrite.includes(words));

type Judged = Pick<Evaluation, 'draft' | 'findings'>;

const factsToKeep = oncePer(({ draft, findings }: Judged): readonly Fact[] => {
  const deleted = findings
    .filter(({ rule, status }) => status === 'present' && DELETED.has(rule))
    .flatMap(({ evidence }) => evidence)
    .flatMap((span) => [span, ...draft.clauses.filter((clause) => overlaps(clause, span))]);
  return factsIn(draft.text).filter(
    ({ words, at }) => !deleted.some(({ start, end }) => at < end && start < at + words.length),
  );
});

/**
 * Whether a page has lost a particular that no later edit brings back: what an edit adds are words of the page, of
 * the context and our own.
 */
export function isGoneForGood(
  before: Pick<Evaluation, 'draft' | 'findings' | 'given'>,
  page: string,
): boolean {
  const lost = lostFacts(before, page);
  if (lost.length === 0) return false;
  const left = `${page} ${saidInContext(before.given)}`.toLowerCase();
  return lost.some(({ words }) => !left.includes(words.toLowerCase()) && !wordsOf(words).every(isOurs));
}
