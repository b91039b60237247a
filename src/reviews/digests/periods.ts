import { Temporal } from 'temporal-polyfill';
import type { Period } from './figures.ts';

const at = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
const inUtc = (moment: Temporal.ZonedDateTime): string => new Date(moment.epochMilliseconds).toISOString();

/** The `days` days up to `instant` (ISO 8601 UTC), by the clock on the wall of `zone`. */
export const lastDays = (days: number, instant: string, zone: string): Period => ({
  from: inUtc(at(instant, zone).subtract({ days })),
  to: inUtc(at(instant, zone)),
});

/** A month of the calendar (`2026-10`), from its first moment in `zone`. */
export function calendarMonth(month: string, zone: string): Period {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return {
    from: inUtc(first.toZonedDateTime(zone)),
    to: inUtc(first.add({ months: 1 }).toZonedDateTime(zone)),
  };
}

/** The stretch of the same length that ends where this one begins: months where it is months, else days. */
export function periodBefore({ from, to }: Period, zone: string): Period {
  const [start, end] = [at(from, zone), at(to, zone)];
  const inMonths = start.until(end, { largestUnit: 'months' });
  const wholeMonths =
    inMonths.months > 0 && start.add({ months: inMonths.months }).epochMilliseconds === end.epochMilliseconds;
  const length = wholeMonths ? { months: inMonths.months } : start.until(end, { largestUnit: 'days' });
  return { from: inUtc(start.subtract(length)), to: from };
}

/** The `count` weeks that end with `end` (ISO 8601 UTC), oldest first. */
export function weeksUpTo(end: string, count: number, zone: string): readonly Period[] {
  const last = at(end, zone);
  return Array.from({ length: count }, (_, index) => ({
    from: inUtc(last.subtract({ weeks: count - index })),
    to: inUtc(last.subtract({ weeks: count - index - 1 })),
  }));
}
