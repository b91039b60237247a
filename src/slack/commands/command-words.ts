import { plainText } from '../draft-text.ts';

/** What the words after the command ask for. */
export type Wish =
  | { readonly kind: 'form'; readonly onlyMe: boolean }
  | { readonly kind: 'help'; readonly unknown?: string }
  | { readonly kind: 'draft'; readonly draft: string; readonly visibility: 'thread' | 'private' };

// Any case: a phone writes "Private", and taking a draft's first word for a wish for privacy errs to the safe side.
const PRIVATE = /^private(?:\s*[:,]\s*|\s+|$)/i;
/** One word of letters is no message to a customer; most likely it was meant as a sub-command. */
const LONE_WORD = /^[\p{L}-]{1,30}[?.]?$/u;

/** Reads the text of `/apology-check`, as Slack encodes it. */
export function readCommand(encoded: string): Wish {
  const text = plainText(encoded).trim();
  if (text === '') return { kind: 'form', onlyMe: false };
  if (/^(?:help|\?)$/i.test(text)) return { kind: 'help' };
  const draft = text.replace(PRIVATE, '');
  if (draft === '') return { kind: 'form', onlyMe: true };
  if (draft !== text) return { kind: 'draft', draft, visibility: 'private' };
  if (LONE_WORD.test(text)) return { kind: 'help', unknown: text };
  return { kind: 'draft', draft, visibility: 'thread' };
}
