import type { Blank } from '../review.ts';
import { capitalise } from './grammar.ts';

/**
 * Puts answers in the place of slots. `answers` holds them by the slot's text; a slot without one stays.
 * An answer that ends a sentence does not double the full stop, one that begins one gets its capital.
 */
export function fillBlanks(
  text: string,
  blanks: readonly Blank[],
  answers: ReadonlyMap<string, string>,
): string {
  let filled = text;
  for (const { text: slot } of blanks) {
    const answer = answers.get(slot)?.trim();
    if (!answer) continue;
    for (let at = filled.indexOf(slot); at >= 0; at = filled.indexOf(slot, at + answer.length)) {
      const opens = at === 0 || /[.!?]\s+$|\n\s*$/.test(filled.slice(0, at));
      const closes = /^[.!?]/.test(filled.slice(at + slot.length));
      const words = (opens ? capitalise(answer) : answer).replace(closes ? /[.!]+$/ : /$^/, '');
      filled = filled.slice(0, at) + words + filled.slice(at + slot.length);
    }
  }
  return filled;
}
