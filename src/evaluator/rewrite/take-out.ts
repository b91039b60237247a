import { maskOthersWords } from '../mask.ts';
import { cutClause } from './clause-cut.ts';
import type { Desk } from './desk.ts';
import type { Spot } from './read-findings.ts';

/** Parts that a light fault is not worth losing. */
const WORTH_KEEPING = [
  'explicit-apology',
  'specific-acknowledgement',
  'takes-responsibility',
  'repair-offer',
  'prevention-step',
  'empathy-impact',
  'follow-up',
];

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
  const orphan = rest !== null && ORPHAN.test(rest) && !unit.text.startsWith(rest.slice(0, 12));
  const whole = otherFaultIn(desk, spot, rule) || ((orphan || rule === SCORN) && !holdsMore(desk, spot));
  if (rest !== null && rest !== '' && !whole) {
    const lost = WORTH_KEEPING.filter((id) => desk.onlyWithin(id, unit, spot.from, spot.to));
    if (!firm && lost.length > 0) return false;
    desk.replace(unit, rest, rule);
    return true;
  }
  const isNeeded = (): boolean => WORTH_KEEPING.some((id) => desk.onlyIn(id, unit));
  if (!firm && (holdsMore(desk, spot) || isNeeded() || holdsLink(unit.text))) return false;
  desk.cut(unit, rule);
  return true;
}

/** Scorn colours its whole sentence. */
const SCORN = 'disrespectful-tone';
/** What stays after a cut leans on what went: "it's hurting a small business". */
const ORPHAN = /^(?:it|that|this|they|these|those)\b/i;

/** Whether a sentence holds a part of the apology beside the words of a fault. */
const holdsMore = (desk: Desk, spot: Spot): boolean =>
  WORTH_KEEPING.some((id) =>
    desk.spots(id).some((other) => other.unit.id === spot.unit.id && !covers(spot, other)),
  );

/** Whether the words of a fault are (nearly) those of the other finding, so that they stand and fall together. */
const covers = (fault: Spot, other: Spot): boolean => fault.from <= other.from && other.to <= fault.to;

const FAULTS_TOGETHER = [
  'blames-customer',
  'defensiveness',
  'disrespectful-tone',
  'excuse-making',
  'demands-forgiveness',
  'self-promotion',
  'blames-others',
];

/** A sentence with a second fault beside the first is not worth saving, unless it holds a part of the apology too. */
function otherFaultIn(desk: Desk, { unit, from, to }: Spot, rule: string): boolean {
  const outside = (id: string) =>
    desk.spots(id).some((other) => other.unit.id === unit.id && (other.to <= from || other.from >= to));
  return FAULTS_TOGETHER.some((id) => id !== rule && outside(id)) && !WORTH_KEEPING.some(outside);
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
  return (
    /https?:|www\.|@[\w-]+\.|\b[\w-]+\.(?:com|org|net|io|in|uk|ie|example|app)\b/i.test(text) &&
    (prose !== text || /\.\w{2,}\//.test(text) || /\.example\b/.test(text))
  );
};
