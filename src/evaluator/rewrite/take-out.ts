import { maskOthersWords } from '../mask.ts';
import { cutClause } from './clause-cut.ts';
import type { Desk, Spot } from './desk.ts';

/** Parts that a light fault is not worth losing. */
const WORTH_KEEPING = ['explicit-apology', 'specific-acknowledgement', 'takes-responsibility', 'repair-offer', 'prevention-step', 'empathy-impact', 'follow-up'];

/**
 * Takes the words of a fault out of the page: the clause if the rest of the sentence can stand, else the
 * sentence. `firm`: the fault is bad enough to lose the sentence's other parts for it (they are asked
 * for again); otherwise a sentence that alone holds a part of the apology, or a link, stays.
 * Says whether anything was taken out.
 */
export function takeOut(desk: Desk, spot: Spot, rule: string, firm: boolean): boolean {
  const { unit } = spot;
  if (!desk.editable(unit)) return false;
  const rest = cutClause(unit.text, spot.from, spot.to);
  if (rest !== null && rest !== '') {
    const lost = WORTH_KEEPING.filter((id) => desk.onlyWithin(id, unit, spot.from, spot.to));
    if (!firm && lost.length > 0) return false;
    desk.replace(unit, rest, rule);
    return true;
  }
  if (!firm && (desk.onlyIn(unit).some((id) => WORTH_KEEPING.includes(id)) || holdsLink(unit.text))) return false;
  desk.cut(unit, rule);
  return true;
}

/** Takes out every spot of a rule, last first so that places stay true. */
export function takeOutAll(desk: Desk, rule: string, firm: boolean): void {
  for (const spot of desk.spots(rule).toReversed()) {
    const now = desk.spots(rule).find((one) => one.unit.id === spot.unit.id && one.quote === spot.quote);
    if (now) takeOut(desk, now, rule, firm);
  }
}

/** Whether words hold a link or an address, which the reader may need. */
export const holdsLink = (text: string): boolean => {
  const prose = maskOthersWords(text);
  return /https?:|www\.|@[\w-]+\.|\b[\w-]+\.(?:com|org|net|io|in|uk|ie|example|app)\b/i.test(text) && (prose !== text || /\.\w{2,}\//.test(text) || /\.example\b/.test(text));
};
