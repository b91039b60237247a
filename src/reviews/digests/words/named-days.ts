import type { Period } from '../figures.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days a stretch of time holds; one on which the clocks change counts as one too. */
export const daysIn = ({ from, to }: Period): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** "23 to 29 November", by the calendar of the zone; with years where they differ or are asked for. */
export function namedDays(period: Period, zone: string, { withYear = false } = {}): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'long', timeZone: zone },
    ...(withYear ? { year: 'numeric' } : {}),
  });
  // In words, for those who have it read aloud.
  return format.formatRange(new Date(period.from), lastMoment(period)).replace(/\s*–\s*/, ' to ');
}

/** "30 November", by the calendar of the zone. */
export const namedDay = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: zone }).format(new Date(iso));

/** Where there is little room: the day that a week begins with; anything longer or shorter carries its span. */
export function shortDays(period: Period, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: zone });
  const first = format.format(new Date(period.from));
  return daysIn(period) === 7 ? first : `${first} – ${format.format(lastMoment(period))}`;
}

/** The end is not part of it. */
const lastMoment = ({ from, to }: Period): Date => new Date(Math.max(Date.parse(from), Date.parse(to) - 1));
