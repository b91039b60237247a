import { LIMITS } from './limits.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for a mrkdwn field: the three characters that Slack reads as markup become entities. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/**
 * Escaped text of at most `max` UTF-16 units, cut before a code point or an entity that would not fit
 * whole; a cut is shown by "…".
 */
export function escapeWithin(text: string, max: number = LIMITS.messageText): string {
  const whole = escapeText(text.toWellFormed());
  if (whole.length <= max) return whole;
  let kept = '';
  for (const character of text.toWellFormed()) {
    const next = ENTITIES[character] ?? character;
    if (kept.length + next.length > max - 1) break;
    kept += next;
  }
  return `${kept}…`;
}
