const CLOCK = /^(?<hour>\d{1,2})[:.](?<minute>\d{2})$/;
const HALF_DAY = /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?(?<half>am|pm)$/i;
const HOURS = /^(?<hour>\d{1,2})h(?<minute>\d{2})?$/i;
/** Written as a time, whether or not there is one like it. */
const LIKE_A_TIME = /^\d{1,2}(?:[:.]\d{0,2}|h\d{0,2}|(?:[:.]\d{1,2})?(?:am|pm))$/i;

/** "9:00", "9.00", "9am", "9:30pm" or "14h" as "09:00"; `undefined` for any other word. */
export function readTime(word: string): string | undefined {
  const {
    hour,
    minute = '0',
    half,
  } = (CLOCK.exec(word) ?? HALF_DAY.exec(word) ?? HOURS.exec(word))?.groups ?? {};
  if (hour === undefined) return undefined;
  const at = half === undefined ? Number(hour) : hourOfDay(Number(hour), half);
  if (at === undefined || at > 23 || Number(minute) > 59) return undefined;
  return `${String(at).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

export const isLikeTime = (word: string): boolean => LIKE_A_TIME.test(word);

/** Twelve comes first: 12am is midnight. */
const hourOfDay = (hour: number, half: string): number | undefined =>
  hour < 1 || hour > 12 ? undefined : (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
