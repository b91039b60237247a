import { distance } from 'fastest-levenshtein';
import { plainText } from '../draft-text.ts';
import { readDigestWords } from './digest-words.ts';
import { isSlipOf } from './slips.ts';

/** What the words after the command, or after a mention, ask for. */
export type Wish =
  | { readonly kind: 'form'; readonly onlyMe: boolean }
  | { readonly kind: 'help'; readonly unknown?: string; readonly meant?: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'forget' }
  /** `words` are those behind "digest" (`digest-words.ts`). */
  | { readonly kind: 'digest'; readonly words: string }
  | { readonly kind: 'draft'; readonly draft: string; readonly visibility: 'thread' | 'private' };

const FORGET = 'forget me';
const KNOWN = ['help', 'private', 'settings', 'digest', FORGET] as const;

// Any case: a phone writes "Private", and taking a draft's first word for a wish for privacy errs to the safe side.
const PRIVATE = /^private(?:\s*[:,]\s*|\s+|$)/i;
const FIRST_WORD = /^(\p{L}{5,10})(?:\s*[:,]\s*|\s+)(?=\S)/u;
/** Words of their own that are no slip for "private". */
const NOT_PRIVATE = ['pirate', 'pirates', 'primate', 'privately', 'privates', 'privacy', 'prorate'];
/** One word of letters is no message to a customer; most likely it was meant as a sub-command. */
const LONE_WORD = /^[\p{L}-]{1,30}[?.]?$/u;

/** As long as "forget me" may look when it is mistyped. */
const AS_FORGET = /^[\p{L} ]{6,12}[?.]?$/u;

/** Reads the text of `/apology-check`, as Slack encodes it. */
export const readCommand = (encoded: string): Wish => readWish(plainText(encoded));

/** Reads plain text. */
export function readWish(plain: string): Wish {
  const text = plain.trim();
  if (text === '') return { kind: 'form', onlyMe: false };
  if (/^(?:help|\?)$/i.test(text)) return { kind: 'help' };
  if (/^settings$/i.test(text)) return { kind: 'settings' };
  const digest = digestWish(text);
  if (digest !== undefined) return digest;
  if (/^forget\s+me\.?$/i.test(text)) return { kind: 'forget' };
  if (AS_FORGET.test(text) && distance(text.toLowerCase(), FORGET) <= 2) return unknownWord(text);
  const draft = withoutPrivate(text);
  if (draft === '') return { kind: 'form', onlyMe: true };
  if (draft !== text) return { kind: 'draft', draft, visibility: 'private' };
  if (LONE_WORD.test(text)) return unknownWord(text);
  return { kind: 'draft', draft, visibility: 'thread' };
}

/** More words than this behind "digest" are the prose of a draft, unless they say when a digest is wanted. */
const SHORT = 8;

/** A mistyped "digest" is only told, as nothing is done by a guess; and only where the rest goes with it. */
function digestWish(text: string): Wish | undefined {
  const [first = '', ...rest] = text.split(/\s+/);
  const words = rest.join(' ');
  const isClear = () => readDigestWords(words).kind !== 'unclear';
  if (first.toLowerCase() === 'digest')
    return rest.length <= SHORT || isClear() ? { kind: 'digest', words } : undefined;
  if (
    rest.length === 0 ||
    !/^\p{L}{4,8}$/u.test(first) ||
    !isSlipOf('digest', first.toLowerCase()) ||
    !isClear()
  )
    return undefined;
  return { kind: 'help', unknown: first, meant: `digest ${words}` };
}

/** A mistyped "private" before a draft counts too: the other mistake would show the draft to the channel. */
function withoutPrivate(text: string): string {
  if (PRIVATE.test(text)) return text.replace(PRIVATE, '');
  const [lead = '', word = ''] = FIRST_WORD.exec(text) ?? [];
  const typed = word.toLowerCase();
  const isSlip = word !== '' && !NOT_PRIVATE.includes(typed) && isSlipOf('private', typed);
  return isSlip ? text.slice(lead.length) : text;
}

function unknownWord(unknown: string): Wish {
  const meant = KNOWN.find((word) => isSlipOf(word, unknown.replace(/[?.]$/, '').toLowerCase()));
  return meant === undefined ? { kind: 'help', unknown } : { kind: 'help', unknown, meant };
}
