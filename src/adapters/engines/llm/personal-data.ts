import type { Context } from '../../../evaluator/context.ts';

/** Names that the context gives, whole and in their parts. */
const NAME_FIELDS = ['customer_name', 'sender_name', 'owner', 'escalation_contact'] as const;

/** What is taken for money or a time, and stays: a rewrite has to keep it, and it leads to nobody. */
const KEPT =
  /[£$€₹¥]\s?\d[\d.,]{0,9}|(?<![\p{L}\d#/-])(?<!\d )\d{1,6}(?:[.,]\d{1,2})?\s?(?:%|(?:per ?cent|pounds|dollars|euros?|gbp|usd|eur|inr)\b)|\b\d{1,2}[:.]\d{2}\b/giu;

/** In this order: what an earlier kind took, a later one does not see. Bounded, so that long runs stay linear. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['LINK', /\b(?:https?:\/\/[^\s<>]{1,2000}|www\.[^\s<>]{1,500})(?<![.,;:!?)"'’”])/giu],
  ['EMAIL', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu],
  [
    'LINK',
    /(?<![\w.-])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|io|in|uk|eu|de|app|dev|shop|example)\b(?:\/[^\s<>]{0,500}(?<![.,;:!?)"'’”]))?/giu,
  ],
  ['HANDLE', /<[@#!][^>\s]{1,80}>|(?<![\w@])@[\w.-]{2,40}/gu],
  // Cards and accounts, then telephones: groups of figures with single spaces, dots or dashes between them.
  ['NUMBER', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gu],
  ['NUMBER', /(?<![\w.])(?:\d[ -]?){12,18}\d(?!\w)/gu],
  ['PHONE', /(?<![\w.])(?:\+|\(?0)\d?(?:[ ().-]{0,2}\d){6,14}(?!\w)/gu],
  ['PHONE', /(?<![\w.])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\w)/gu],
  // Order ids: with a number sign, letters and figures together, or figures alone from four on.
  ['ID', /#[\p{L}\d][\p{L}\d-]{0,30}/gu],
  [
    'ID',
    /(?<![\p{L}\d])(?=[\p{L}\d/-]{0,30}\d{2})(?=[\d/-]{0,30}\p{L})[\p{L}\d]{1,31}(?:[/-][\p{L}\d]{1,31}){0,4}(?![\p{L}\d])/gu,
  ],
  ['ID', /(?<![\p{L}\d.,])\d{4,}(?:[/-]\d{1,20}){0,4}(?![\p{L}\d])/gu],
];

const PLACEHOLDER = /(?:LINK|EMAIL|HANDLE|NUMBER|PHONE|ID|NAME)_\d{1,5}/g;

/** What leads to a person, out of a draft and its context, for as long as somebody else reads them. */
export interface PersonalData {
  /** The same value gives the same placeholder, in any text. */
  hide(text: string): string;
  /** Every placeholder is the value again. */
  restore(text: string): string;
}

/**
 * Finds e-mail addresses, links, handles, telephone, card and account numbers, order ids, and the names in the
 * context. A name that stands in the draft alone is not known for one.
 */
export function personalDataIn(draft: string, context: Context): PersonalData {
  const all = [draft, ...textsOf(context)].join('\n');
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<string, number>();

  function placeholderFor(kind: string, value: string): string {
    const known = placeholders.get(value);
    if (known !== undefined) return known;
    let placeholder: string;
    do {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      placeholder = `${kind}_${counts.get(kind)}`;
    } while (all.includes(placeholder));
    placeholders.set(value, placeholder);
    values.set(placeholder, value);
    return placeholder;
  }

  const names = namePattern(context);
  return {
    hide(text) {
      let parts: readonly Part[] = [{ text, isOpen: true }];
      parts = split(parts, KEPT, (value) => value);
      for (const [kind, pattern] of KINDS)
        parts = split(parts, pattern, (value) => placeholderFor(kind, value));
      if (names) parts = split(parts, names, (value) => placeholderFor('NAME', value));
      return parts.map((part) => part.text).join('');
    },
    restore: (text) => text.replace(PLACEHOLDER, (found) => values.get(found) ?? found),
  };
}

interface Part {
  readonly text: string;
  /** Whether anything may still be found in it. */
  readonly isOpen: boolean;
}

function split(parts: readonly Part[], pattern: RegExp, to: (found: string) => string): Part[] {
  return parts.flatMap((part): Part[] => {
    if (!part.isOpen) return [part];
    const pieces: Part[] = [];
    let from = 0;
    for (const { 0: found, index } of part.text.matchAll(pattern)) {
      pieces.push({ text: part.text.slice(from, index), isOpen: true }, { text: to(found), isOpen: false });
      from = index + found.length;
    }
    return [...pieces, { text: part.text.slice(from), isOpen: true }];
  });
}

/** Words of a name too short to be told from others. */
const SHORTEST_NAME = 2;
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'the', 'and', 'of', 'team', 'support', 'customer']);

function namePattern(context: Context): RegExp | undefined {
  const whole = NAME_FIELDS.flatMap((field) => context[field] ?? []);
  const parts = whole
    .flatMap((name) => name.split(/[\s,;()]+/))
    .filter(
      (part) =>
        part.length >= SHORTEST_NAME &&
        /\p{L}/u.test(part) &&
        !TITLES.has(part.toLowerCase().replace(/\.$/, '')),
    );
  const names = [...new Set([...whole, ...parts])].sort((a, b) => b.length - a.length);
  if (names.length === 0) return undefined;
  const listed = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\d_])(?:${listed})(?![\\p{L}\\d_])`, 'giu');
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
};
