import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBefore, lastDueDay, nextDueDay } from '../../../src/reviews/digests/due-days.ts';
import type { DigestSchedule } from '../../../src/reviews/digests/schedule.ts';

const weekly = (given: Partial<DigestSchedule> = {}): DigestSchedule => ({
  frequency: 'weekly',
  day: 'monday',
  time: '09:00',
  zone: 'Europe/Berlin',
  ...given,
});

/** The next `count` due moments after `from`. */
function following(schedule: DigestSchedule, from: string, count: number, anchor?: string): string[] {
  const timetable = anchor === undefined ? { schedule } : { schedule, anchor };
  const moments: string[] = [];
  for (let at = from; moments.length < count; ) {
    at = nextDueDay(timetable, at).dueAt;
    moments.push(at);
  }
  return moments;
}

describe('when a digest is due', () => {
  test('every Monday at nine, by the clock on the wall, also across both switches of the clocks', () => {
    expect(following(weekly(), '2026-03-18T12:00:00Z', 2)).toEqual([
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
    expect(following(weekly(), '2026-10-20T12:00:00Z', 2)).toEqual([
      '2026-10-26T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
    ]);
  });

  test('an hour that the clocks skip is due once, as soon as they have been put forward', () => {
    const inTheGap = weekly({ day: 'sunday', time: '02:30' });
    expect(following(inTheGap, '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-04-05T00:30:00.000Z',
    ]);
  });

  test('an hour that comes twice is due the first time only', () => {
    const twice = weekly({ day: 'sunday', time: '02:30' });
    expect(following(twice, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-11-01T01:30:00.000Z',
    ]);
  });

  test('zones that stand off by half an hour, and one whose clocks move by half an hour', () => {
    expect(following(weekly({ zone: 'Asia/Kolkata' }), '2026-03-01T12:00:00Z', 1)).toEqual([
      '2026-03-02T03:30:00.000Z',
    ]);
    // Lord Howe Island: UTC+11 in summer, UTC+10:30 in winter; they change on the first Sunday of April.
    const lordHowe = weekly({ zone: 'Australia/Lord_Howe' });
    expect(following(lordHowe, '2026-03-29T12:00:00Z', 2)).toEqual([
      '2026-03-29T22:00:00.000Z',
      '2026-04-05T22:30:00.000Z',
    ]);
  });

  test('a day whose midnight the clocks skip begins when it begins there', () => {
    // Santiago puts its clocks forward at midnight of Sunday, 6 September 2026.
    const due = nextDueDay(
      { schedule: weekly({ day: 'sunday', zone: 'America/Santiago' }) },
      '2026-09-05T12:00:00Z',
    );
    expect(due).toEqual({
      day: '2026-09-06',
      begins: '2026-09-06T04:00:00.000Z',
      dueAt: '2026-09-06T12:00:00.000Z',
    });
  });

  test('the 31st is the last day of a shorter month', () => {
    const last = weekly({ frequency: 'monthly', day: 31, zone: 'UTC' });
    expect(following(last, '2027-12-31T12:00:00Z', 4).map((at) => at.slice(0, 10))).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
    const the30th = weekly({ frequency: 'monthly', day: 30, zone: 'UTC' });
    expect(nextDueDay({ schedule: the30th }, '2027-02-01T00:00:00Z').day).toBe('2027-02-28');
  });

  test('monthly on a weekday is the first of its kind in the month', () => {
    const first = weekly({ frequency: 'monthly', day: 'monday' });
    expect(following(first, '2026-08-20T12:00:00Z', 3).map((at) => at.slice(0, 10))).toEqual([
      '2026-09-07',
      '2026-10-05',
      '2026-11-02',
    ]);
  });

  test('fortnights are counted from the first digest', () => {
    const fortnightly = weekly({ frequency: 'fortnightly' });
    expect(
      following(fortnightly, '2026-11-20T12:00:00Z', 3, '2026-11-30').map((at) => at.slice(0, 10)),
    ).toEqual(['2026-11-30', '2026-12-14', '2026-12-28']);
    expect(lastDueDay({ schedule: fortnightly, anchor: '2026-11-30' }, '2026-11-29T12:00:00Z').day).toBe(
      '2026-11-16',
    );
  });

  test('the moment itself is due, and the next one is a week later', () => {
    const moment = '2026-11-30T08:00:00.000Z';
    expect(lastDueDay({ schedule: weekly() }, moment).dueAt).toBe(moment);
    expect(nextDueDay({ schedule: weekly() }, moment).day).toBe('2026-12-07');
  });

  const anySchedule = fc
    .record({
      frequency: fc.constantFrom('weekly', 'fortnightly', 'monthly'),
      weekday: fc.constantFrom('monday', 'wednesday', 'sunday'),
      date: fc.integer({ min: 1, max: 31 }),
      byDate: fc.boolean(),
      hour: fc.integer({ min: 0, max: 23 }),
      half: fc.boolean(),
      zone: fc.constantFrom(
        'Europe/Berlin',
        'America/St_Johns',
        'Australia/Lord_Howe',
        'Asia/Kathmandu',
        'Pacific/Apia',
        'America/Santiago',
        'Africa/Casablanca',
      ),
    })
    .map(
      ({ frequency, weekday, date, byDate, hour, half, zone }): DigestSchedule => ({
        frequency: frequency as DigestSchedule['frequency'],
        day: (frequency === 'monthly' && byDate ? date : weekday) as DigestSchedule['day'],
        time: `${String(hour).padStart(2, '0')}:${half ? '30' : '00'}`,
        zone,
      }),
    );
  const anyInstant = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());

  test('between the last due moment and the next one there is no other', () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, instant) => {
        const timetable = { schedule, anchor: '2026-01-05' };
        const last = lastDueDay(timetable, instant);
        const next = nextDueDay(timetable, instant);
        expect(isBefore(instant, last.dueAt)).toBe(false);
        expect(isBefore(instant, next.dueAt)).toBe(true);
        expect(nextDueDay(timetable, last.dueAt)).toEqual(next);
        expect(lastDueDay(timetable, next.dueAt)).toEqual(next);
        expect(isBefore(last.begins, next.begins)).toBe(true);
      }),
    );
  });
});
