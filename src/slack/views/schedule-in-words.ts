import type { DigestSchedule, Frequency, Weekday } from '../../reviews/digests/schedule.ts';

export const FREQUENCY_CHOICES: Readonly<Record<Frequency, string>> = {
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
};

export const WEEKDAY_CHOICES: Readonly<Record<Weekday, string>> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

/** Every month has as many days; a later one is the last day of a shorter month. */
const SHORTEST_MONTH = 28;
const LAST_DAY = 31;

/** "every week", or for a month also on which day; to stand within a sentence. */
export function howOften({ frequency, day }: Pick<DigestSchedule, 'frequency' | 'day'>): string {
  if (frequency !== 'monthly') return FREQUENCY_CHOICES[frequency].toLowerCase();
  if (typeof day === 'string') return `on the first ${WEEKDAY_CHOICES[day]} of every month`;
  if (day === LAST_DAY) return 'on the last day of every month';
  const shorter = day > SHORTEST_MONTH ? ', or the last day of a shorter one' : '';
  return `on the ${ordinal(day)} of every month${shorter}`;
}

/** "Monday 30 November at 09:00 (Europe/Berlin)", by the clocks of the zone. `iso` is ISO 8601 UTC. */
export function dueInWords(iso: string, zone: string): string {
  const at = new Date(iso);
  const day = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: zone },
  }).format(at);
  const hour = new Intl.DateTimeFormat('en-GB', {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone },
  }).format(at);
  return `${day} at ${hour} (${zone})`;
}

/** "1st" to "31st". */
export function ordinal(day: number): string {
  if (day > 10 && day < 14) return `${day}th`;
  return `${day}${{ 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th'}`;
}
