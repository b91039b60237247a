import type { Spans } from '../../src/reviews/digests/digest-figures.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What a clock on the wall of a zone shows: `2026-10-25 00:00`. */
function onTheWall(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(instant);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** The first moment at which the clocks of a zone show a day and a time: looked for, minute by minute. */
export function momentOf(day: string, time: string, zone: string): string {
  const about = Date.parse(`${day}T${time}:00Z`);
  for (let instant = about - DAY_MS; instant <= about + DAY_MS; instant += 15 * MINUTE_MS)
    if (onTheWall(instant, zone) === `${day} ${time}`) return new Date(instant).toISOString();
  throw new Error(`the clocks of ${zone} never show ${day} ${time}`);
}

export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

/** What a digest that ends then is about, for stretches that begin on these days, at the same time of day. */
export function plainSpans(
  { from, to, time, previousFrom }: { from: string; to: string; time: string; previousFrom: string },
  zone: string,
): Spans {
  const at = (day: string) => momentOf(day, time, zone);
  return {
    period: { from: at(from), to: at(to) },
    previous: { from: at(previousFrom), to: at(from) },
    weeks: [8, 7, 6, 5, 4, 3, 2, 1].map((weeks) => ({
      from: at(daysBefore(to, 7 * weeks)),
      to: at(daysBefore(to, 7 * (weeks - 1))),
    })),
  };
}
