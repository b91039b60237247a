import { z } from 'zod';

export const FREQUENCIES = ['weekly', 'fortnightly', 'monthly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** In the order of ISO 8601: Monday is day 1. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Whether the runtime knows a time zone by this name (IANA). */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // An offset such as "+02:00" knows no daylight saving.
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** When a channel gets its digest. */
export const digestScheduleSchema = z
  .object({
    frequency: z.enum(FREQUENCIES),
    /**
     * A day of the week, or for `monthly` a day of the month too: the 29th to 31st are the last day where a
     * month is shorter. A weekday with `monthly` is the first of its kind in the month.
     */
    day: z.union([z.enum(WEEKDAYS), z.int().min(1).max(31)]),
    /** By the clock on the wall, 24 hours. */
    time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
    /** IANA name. */
    zone: z.string().refine(isZone),
  })
  .refine(({ frequency, day }) => frequency === 'monthly' || typeof day === 'string', {
    path: ['day'],
    error: 'A day of the month goes with "monthly" only.',
  });

export type DigestSchedule = z.infer<typeof digestScheduleSchema>;

/** Where nobody says otherwise; the zone is the caller's. */
export const DEFAULT_SCHEDULE = { frequency: 'weekly', day: 'monday', time: '09:00' } as const;

/** Where nobody names a day: the first of the month, or Monday. */
export const usualDay = (frequency: Frequency): DigestSchedule['day'] =>
  frequency === 'monthly' ? 1 : DEFAULT_SCHEDULE.day;
