import type { Desk } from './desk.ts';
import { decapitalise } from './grammar.ts';

const BARE = /^((?:.{0,20}\s)?sorry)(?: for this| about this)?[.!]$/i;
const OWN_ACT =
  /^(?:we|i) (?!(?:are|am|have|had|do|did|will|would|can|could|should|must|take|own|accept|know|understand|see|hope|thank|want|apologi\w+)\b)/i;
const REWORDED = ['sorry-you-feel', 'conditional-apology', 'canned-boilerplate'];

/** An apology that a repair left bare takes the act that follows as its object: "I'm sorry that we charged you twice." */
export function mergeApology(desk: Desk): void {
  desk.units.forEach((unit, i) => {
    const next = desk.units[i + 1];
    const rule = unit.by.find((by) => REWORDED.includes(by));
    const sorry = BARE.exec(unit.text)?.[1];
    if (
      !rule ||
      !sorry ||
      !next ||
      next.gap.includes('\n') ||
      !desk.editable(next) ||
      !OWN_ACT.test(next.text) ||
      next.text.includes('?')
    )
      return;
    if (!desk.spots('takes-responsibility').some((spot) => spot.unit.id === next.id && spot.from <= 2))
      return;
    desk.merge(unit, next, `${sorry} that ${decapitalise(next.text)}`, rule);
  });
}
