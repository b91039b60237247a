import type { Desk } from './desk.ts';
import { bodyStart } from './place.ts';

const LEANS_BACK =
  /^(?:that|this|it|so|and|but|also|again|then|which|once|still|anyway|because)\b|\b(?:this|that|it|these|those|them)\b(?! (?:morning|afternoon|week|month|year|order|delay))/i;
const REASONS = ['brief-explanation', 'excuse-making', 'over-explaining'];
/** A long sentence holds more than the apology; it stays where its own context is (words). */
const LONGEST_MOVE = 20;

/**
 * The apology first, then the reasons (rubric, section 8, rule 4): moves the sentence that apologises to
 * the top when reasons stand before it and nothing leans on its place.
 */
export function mendOrder(desk: Desk): void {
  const place = (id: number) => desk.units.findIndex((unit) => unit.id === id);
  const first = (rules: readonly string[]) =>
    Math.min(...rules.flatMap((rule) => desk.spots(rule).map(({ unit }) => place(unit.id))));
  const owning = first(['explicit-apology', 'takes-responsibility']);
  const apology = first(['explicit-apology']);
  const unit = desk.units[apology];
  const top = bodyStart(desk.units);
  if (!unit || !(first(REASONS) < owning) || apology <= top || unit.kind !== 'body' || unit.by.length > 0)
    return;
  const next = desk.units[apology + 1];
  const words = unit.text.split(/\s+/).length;
  if (words > LONGEST_MOVE || LEANS_BACK.test(unit.text) || !/[.!]$/.test(unit.text)) return;
  if (next && !next.gap.includes('\n') && LEANS_BACK.test(next.text)) return;
  desk.moveToTop(unit, top);
}
