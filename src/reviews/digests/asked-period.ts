import { AppError } from '../../errors.ts';
import { isBefore } from './due-days.ts';
import type { Period } from './figures.ts';
import { calendarMonth, lastDays } from './periods.ts';

/** A stretch of time as people ask for it: the days up to now, or a month of the calendar (`2026-10`). */
export type AskedPeriod = { readonly days: number } | { readonly month: string };

/** Where nobody says otherwise. */
export const USUAL_PERIOD: AskedPeriod = { days: 7 };

/** Reads `30d` or `2026-10`, in any case; `undefined` for any other word. */
export function readPeriod(word: string): AskedPeriod | undefined {
  const days = /^(\d{1,6})d$/i.exec(word)?.[1];
  if (days !== undefined) return { days: Number(days) };
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(word) ? { month: word } : undefined;
}

/** Somebody asked for a time about which nothing can be told. */
export class PeriodOutOfReachError extends AppError {
  readonly code = 'period_out_of_reach';
  readonly userMessage: string;

  constructor(whatToDo: string) {
    super('a period lies outside what is kept');
    this.userMessage = whatToDo;
  }
}

interface Reach {
  readonly now: Date;
  /** IANA name; days and months are those of this zone. */
  readonly zone: string;
  /** For so many days reviews are kept. */
  readonly keptDays: number;
}

/** A month that still runs goes up to now. Throws PeriodOutOfReachError. */
export function periodAsked(asked: AskedPeriod, { now, zone, keptDays }: Reach): Period {
  const instant = now.toISOString();
  const kept = `I keep what I know of drafts for ${keptDays} days`;
  if ('days' in asked) {
    if (asked.days < 1 || asked.days > keptDays)
      throw new PeriodOutOfReachError(
        `${kept}, so I can look back by 1 to ${keptDays} of them, and ${asked.days} is not among these. Try 30d.`,
      );
    return lastDays(asked.days, instant, zone);
  }
  const { from, to } = calendarMonth(asked.month, zone);
  if (!isBefore(from, instant))
    throw new PeriodOutOfReachError(
      `${asked.month} has not begun yet, so there is nothing to tell of it. Try 30d for the last 30 days.`,
    );
  if (isBefore(from, lastDays(keptDays, instant, zone).from))
    throw new PeriodOutOfReachError(
      `${kept}, and ${asked.month} is longer ago. Try 30d for the last 30 days.`,
    );
  return { from, to: isBefore(instant, to) ? instant : to };
}
