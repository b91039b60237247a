import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DigestFigures } from '../../src/reviews/digests/figures.ts';
import type { DigestStore, KeptSchedule } from '../../src/reviews/digests/ports.ts';

type Open = () => Promise<{ readonly digests: DigestStore; close(): Promise<void> }>;

const place = { teamId: 'T0001', enterpriseId: undefined, channelId: 'C0001' };

export const WEEKLY: KeptSchedule = {
  place,
  schedule: { frequency: 'weekly', day: 'monday', time: '09:00', zone: 'Europe/Berlin' },
  owner: 'U0001',
  state: 'on',
  anchor: '2026-11-30',
  nextDue: '2026-11-30T08:00:00.000Z',
  coveredUntil: '2026-11-22T23:00:00.000Z',
};
const digest = {
  period: { from: WEEKLY.coveredUntil, to: '2026-11-29T23:00:00.000Z' },
  dueAt: WEEKLY.nextDue,
};
const next = { nextDue: '2026-12-07T08:00:00.000Z', coveredUntil: digest.period.to };
const monday = new Date(WEEKLY.nextDue);

const FIGURES: DigestFigures = {
  ...{ period: digest.period, drafts: 7, people: 3, medianScore: 64.5, faults: [], weeks: [] },
  missing: [{ rule: 'repair-offer', drafts: 4 }],
};

/** What every DigestStore does. */
export function digestsContract(open: Open): void {
  let digests: DigestStore;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ digests, close } = await open());
  });
  afterEach(() => close());

  const beginMonday = () => digests.begin(WEEKLY, digest, next, monday);
  const newest = async () => (await digests.latest(place, 1))[0];

  test('a channel in which nobody has turned it on has none', async () => {
    expect(await digests.schedule(place)).toBeUndefined();
    expect(await digests.due(monday, 10)).toEqual([]);
    expect(await digests.latest(place, 10)).toEqual([]);
  });

  test('what was set up is read again, in its own channel and workspace only', async () => {
    await digests.keep(WEEKLY);
    expect(await digests.schedule(place)).toEqual(WEEKLY);
    expect(await digests.schedule({ ...place, channelId: 'C0002' })).toBeUndefined();
    expect(await digests.schedule({ ...place, teamId: 'T0002' })).toBeUndefined();
  });

  test('it is due from its moment on, while it is on', async () => {
    await digests.keep(WEEKLY);
    expect(await digests.due(new Date(monday.getTime() - 1), 10)).toEqual([]);
    expect(await digests.due(monday, 10)).toEqual([WEEKLY]);
    await digests.turnOff(place);
    expect(await digests.due(monday, 10)).toEqual([]);
    await digests.keep(WEEKLY);
    await digests.pause(place);
    expect(await digests.due(monday, 10)).toEqual([]);
    expect((await digests.schedule(place))?.state).toBe('paused');
  });

  test('the longest waiting come first, and no more than asked for', async () => {
    const later = { ...WEEKLY, place: { ...place, channelId: 'C0002' }, nextDue: '2026-11-30T08:30:00.000Z' };
    await digests.keep(later);
    await digests.keep(WEEKLY);
    const noon = new Date('2026-11-30T12:00:00Z');
    expect((await digests.due(noon, 10)).map(({ place }) => place.channelId)).toEqual(['C0001', 'C0002']);
    expect(await digests.due(noon, 1)).toEqual([WEEKLY]);
  });

  test('of many that begin the same digest at once, one does', async () => {
    await digests.keep(WEEKLY);
    const outcomes = await Promise.all([1, 2, 3, 4].map(beginMonday));
    expect(outcomes.filter((begun) => begun)).toEqual([true]);
    expect(await digests.latest(place, 10)).toMatchObject([
      { place, ...digest, state: 'due', figures: undefined },
    ]);
    expect(await digests.schedule(place)).toEqual({ ...WEEKLY, ...next });
    expect(await beginMonday()).toBe(false);
  });

  test('nothing begins that was turned off or changed since', async () => {
    await digests.keep(WEEKLY);
    await digests.turnOff(place);
    expect(await beginMonday()).toBe(false);
    await digests.keep({ ...WEEKLY, nextDue: '2026-12-04T08:00:00.000Z' });
    expect(await beginMonday()).toBe(false);
    expect(await digests.latest(place, 10)).toEqual([]);
  });

  test('a change does not make it tell again what it has told', async () => {
    await digests.keep(WEEKLY);
    await beginMonday();
    await digests.keep({ ...WEEKLY, owner: 'U0002' });
    expect(await digests.schedule(place)).toEqual({
      ...WEEKLY,
      owner: 'U0002',
      coveredUntil: next.coveredUntil,
    });
  });

  test('figures and outcome of a digest stay as they were told first', async () => {
    await digests.keep(WEEKLY);
    await beginMonday();
    const { id } = (await newest()) ?? { id: '' };
    await digests.recordFigures(id, FIGURES);
    await digests.finish(id, 'posted', '1764489600.000100');
    await digests.finish(id, 'unposted');
    expect(await digests.digest(id)).toMatchObject({ id, place, state: 'posted', figures: FIGURES });
    expect(await digests.digest('no such digest')).toBeUndefined();
  });

  test('the longest waiting is known until it is posted', async () => {
    expect(await digests.oldestDue(monday)).toBeUndefined();
    await digests.keep(WEEKLY);
    expect(await digests.oldestDue(new Date(monday.getTime() - 1))).toBeUndefined();
    expect(await digests.oldestDue(monday)).toBe(WEEKLY.nextDue);
    await beginMonday();
    expect(await digests.oldestDue(monday)).toBe(WEEKLY.nextDue);
    await digests.finish((await newest())?.id ?? '', 'merged');
    expect(await digests.oldestDue(monday)).toBeUndefined();
  });

  test('the newest digests of a channel come first', async () => {
    await digests.keep(WEEKLY);
    await beginMonday();
    const second = {
      period: { from: next.coveredUntil, to: '2026-12-06T23:00:00.000Z' },
      dueAt: next.nextDue,
    };
    const after = { nextDue: '2026-12-14T08:00:00.000Z', coveredUntil: second.period.to };
    await digests.begin({ ...WEEKLY, ...next }, second, after, new Date(next.nextDue));
    expect((await digests.latest(place, 10)).map(({ period }) => period)).toEqual([
      second.period,
      digest.period,
    ]);
    expect(await digests.latest(place, 1)).toHaveLength(1);
    expect(await digests.latest({ ...place, teamId: 'T0002' }, 10)).toEqual([]);
  });
}
