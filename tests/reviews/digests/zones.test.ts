import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isZone } from '../../../src/reviews/digests/schedule.ts';
import { ZONES, zoneNamed } from '../../../src/reviews/digests/zones.ts';

test.each([
  ['europe/BERLIN', 'Europe/Berlin'],
  ['berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['New_York', 'America/New_York'],
  ['America/Port_of_Spain', 'America/Port_of_Spain'],
  // The name that people there use, though the runtime's own list has an older one.
  ['kolkata', 'Asia/Kolkata'],
  ['Europe/Kyiv', 'Europe/Kyiv'],
  ['utc', 'UTC'],
])('%s is the zone %s', (typed, zone) => {
  expect(zoneNamed(typed)).toBe(zone);
});

// Two spellings of one zone are no two zones.
test('a city that has moved to another name of the same zone still names one', () => {
  expect(zoneNamed('buenos aires')).toMatch(/Buenos_Aires$/);
});

// "EST" stays where it is when New York puts its clocks forward, so whoever writes it is asked for a place.
test.each(['est', 'CET', '+02:00', 'berln', 'europe', '', '2026-01-01T00:00[Europe/Berlin]', 'a b c d'])(
  '"%s" names none',
  (typed) => {
    expect(zoneNamed(typed)).toBeUndefined();
  },
);

test('whatever is typed, there comes out a zone that a schedule may have, or none', () => {
  for (const zone of ZONES) expect(zoneNamed(zone.toLowerCase())).toSatisfy(isZone);
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const zone = zoneNamed(typed);
      expect(zone === undefined || isZone(zone)).toBe(true);
    }),
  );
});
