import { Temporal } from 'temporal-polyfill';
import { type DigestSchedule, WEEKDAYS } from './schedule.ts';

/** A day on which a digest is due. */
export interface DueDay {
  /** ISO 8601, in the zone of the schedule. */
  readonly day: string;
  /** When it is to be posted; ISO 8601 UTC. */
  readonly dueAt: string;
  /** The first moment of that day, where the period of its digest ends; ISO 8601 UTC. */
  readonly begins: string;
}

/** A schedule and the day from which its fortnights are counted (ISO 8601; unset: from the day asked for). */
interface Timetable {
  readonly schedule: DigestSchedule;
  readonly anchor?: string;
}

/**
 * The first due day whose hour comes after `instant` (ISO 8601 UTC). An hour that the clocks skip is due
 * when they have been put forward, one that comes twice is due the first time.
 */
export function nextDueDay(timetable: Timetable, instant: string): DueDay {
  const { zone } = timetable.schedule;
  // A day earlier than today: its hour may have been skipped into today.
  let day = localDay(instant, zone).subtract({ days: 1 });
  for (;;) {
    day = dueOnOrAfter(timetable, day);
    const due = dueDay(day, timetable.schedule);
    if (isBefore(instant, due.dueAt)) return due;
    day = day.add({ days: 1 });
  }
}

/** The last due day whose hour is not after `instant`. */
export function lastDueDay(timetable: Timetable, instant: string): DueDay {
  const { schedule } = timetable;
  let day = localDay(instant, schedule.zone);
  for (;;) {
    const due = dueDay(day, schedule);
    if (isDue(timetable, day) && !isBefore(instant, due.dueAt)) return due;
    day = day.subtract({ days: 1 });
  }
}

/** Earlier in time, for two instants of any spelling. */
export const isBefore = (a: string, b: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) < 0;

const localDay = (instant: string, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();

function dueOnOrAfter(timetable: Timetable, from: Temporal.PlainDate): Temporal.PlainDate {
  let day = from;
  while (!isDue(timetable, day)) day = day.add({ days: 1 });
  return day;
}

function isDue(
  { schedule: { frequency, day: wanted }, anchor }: Timetable,
  day: Temporal.PlainDate,
): boolean {
  if (typeof wanted === 'number') return day.day === Math.min(wanted, day.daysInMonth);
  if (WEEKDAYS[day.dayOfWeek - 1] !== wanted) return false;
  if (frequency === 'monthly') return day.day <= 7;
  if (frequency === 'weekly' || anchor === undefined) return true;
  return Math.floor(Temporal.PlainDate.from(anchor).until(day).days / 7) % 2 === 0;
}

function dueDay(day: Temporal.PlainDate, { time, zone }: DigestSchedule): DueDay {
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: time });
  return { day: day.toString(), dueAt: inUtc(at), begins: inUtc(day.toZonedDateTime(zone)) };
}

/** In the spelling of `Date.toISOString`, which the database compares as text. */
const inUtc = (at: Temporal.ZonedDateTime): string => new Date(at.epochMilliseconds).toISOString();
