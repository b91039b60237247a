import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import type { OpenStore } from '../../src/adapters/open-store.ts';
import { createBeginDueDigests } from '../../src/reviews/digests/begin-due-digests.ts';
import { createDeliverDigest } from '../../src/reviews/digests/deliver-digest.ts';
import type { DigestFigures } from '../../src/reviews/digests/figures.ts';
import type { GatherDigest } from '../../src/reviews/digests/gather-digest.ts';
import type { DigestChannel, KeptDigest } from '../../src/reviews/digests/ports.ts';
import type { DigestSchedule } from '../../src/reviews/digests/schedule.ts';
import { createTurnOnDigest } from '../../src/reviews/digests/turn-on-digest.ts';
import { never, type Place, QUICK } from './place.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const START = Date.parse('2026-11-23T12:00:00Z');
const END = START + 2 * 365 * DAY_MS;

const weekly = (zone: string, given: Partial<DigestSchedule> = {}): DigestSchedule => ({
  ...{ frequency: 'weekly', day: 'monday', time: '09:00', zone },
  ...given,
});

/** One channel each, in a workspace of its own. */
const SCHEDULES: readonly DigestSchedule[] = [
  weekly('Europe/Berlin'),
  // Within the hours that are skipped, or come twice, when the clocks are changed.
  weekly('Europe/Berlin', { day: 'sunday', time: '02:30' }),
  weekly('America/New_York', { day: 'sunday', time: '01:30' }),
  weekly('America/St_Johns', { day: 'friday', time: '16:45' }),
  weekly('Australia/Lord_Howe', { day: 'sunday', time: '02:15' }),
  weekly('Australia/Adelaide', { frequency: 'fortnightly' }),
  weekly('Asia/Kathmandu', { time: '00:00' }),
  weekly('America/Santiago', { day: 'sunday', time: '00:00' }),
  weekly('UTC', { frequency: 'monthly', day: 29 }),
  weekly('Asia/Kolkata', { frequency: 'monthly', day: 30, time: '23:59' }),
  weekly('Europe/London', { frequency: 'monthly', day: 31 }),
  weekly('Pacific/Auckland', { frequency: 'monthly', day: 'monday' }),
];
const placeOf = (index: number) => ({
  teamId: `T${index}`,
  enterpriseId: undefined,
  channelId: 'C0001',
});

interface Hazards {
  /** How often Slack fails, and how often the process dies while Slack is asked; from 0 to 1. */
  readonly failing: number;
  readonly dying: number;
  readonly seed: string;
}

/**
 * Two years of twelve channels: looks every few minutes or hours, some days with nobody there, restarts,
 * failing posts, processes that die in the middle. Asserts that every stretch of time is told once.
 */
export async function twoYearsOfDigests(place: Place, { failing, dying, seed }: Hazards): Promise<void> {
  const chance = chances(seed);
  const clock = simulatedClock();
  const posts = new Map<string, number>();
  const told: { place: KeptDigest['place']; period: DigestFigures['period'] }[] = [];
  let dead = false;

  const channel: DigestChannel = {
    async post({ id, place }, { figures }) {
      if (chance() < failing) throw new Error('Slack has trouble');
      if (chance() < dying) {
        dead = true;
        return new Promise(() => undefined);
      }
      posts.set(id, (posts.get(id) ?? 0) + 1);
      told.push({ place, period: figures.period });
      return '1764489600.000100';
    },
    tellOwner: never,
  };
  // One week in five holds too little; longer stretches hold more.
  const gather: GatherDigest = async (_, period) => {
    const days = (Date.parse(period.to) - Date.parse(period.from)) / DAY_MS;
    const drafts = chance() < 0.2 && days < 13 ? 4 : Math.ceil(days) + 5;
    return { period, drafts, people: 3, medianScore: 60, faults: [], missing: [], weeks: [] };
  };

  let bot = await begin();
  async function begin(): Promise<OpenStore> {
    const opened = await place.open({ clock, policy: { ...QUICK, tries: 20 } });
    const { digests } = opened;
    await opened.digestJobs.start(createDeliverDigest({ digests, gather, channel, clock }), never);
    return opened;
  }
  async function restart(): Promise<void> {
    await bot.digestJobs.stop(0);
    await bot.close();
    dead = false;
    bot = await begin();
  }
  async function settle(): Promise<void> {
    while ((await bot.digestJobs.depth()) > 0) {
      if (dead) await restart();
      await delay(1);
    }
  }

  for (const [index, schedule] of SCHEDULES.entries())
    await createTurnOnDigest({ digests: bot.digests, clock })(placeOf(index), schedule, 'U1');
  const begins = new Map<number, string>();
  for (const index of SCHEDULES.keys())
    begins.set(index, (await bot.digests.schedule(placeOf(index)))?.coveredUntil ?? '');

  while (clock.now().getTime() < END) {
    const kind = chance();
    if (kind < 0.03) await restart();
    // Mostly a few hours, at times minutes, once in a while days of nobody being there.
    const hours = kind > 0.985 ? 24 * (1 + 12 * chance()) : kind > 0.8 ? chance() / 2 : 3 + 6 * chance();
    clock.advance(hours * 60 * MINUTE_MS);
    if ((await createBeginDueDigests({ digests: bot.digests, clock })()) > 0) await settle();
  }
  await settle();

  expect([...posts.values()].filter((times) => times !== 1)).toEqual([]);
  for (const [index, schedule] of SCHEDULES.entries()) {
    const digests = (await bot.digests.latest(placeOf(index), 1000)).toReversed();
    expect(digests.length).toBeGreaterThan(20);
    let from = begins.get(index);
    for (const { period, dueAt, state, id } of digests) {
      expect(period.from).toBe(from);
      expect(period.to > period.from).toBe(true);
      expectOnTheClock(dueAt, schedule);
      expect(posts.get(id)).toBe(state === 'posted' ? 1 : undefined);
      from = period.to;
    }
    expect(from).toBe((await bot.digests.schedule(placeOf(index)))?.coveredUntil);
    // What was told stands end to end: nothing twice, nothing left out.
    let until = begins.get(index);
    for (const { period } of told.filter(({ place }) => place.teamId === placeOf(index).teamId)) {
      expect(period.from).toBe(until);
      until = period.to;
    }
    const untold = digests.filter(({ period }) => period.from >= (until ?? ''));
    expect(untold.map(({ state }) => state).filter((state) => state !== 'merged')).toEqual([]);
  }
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function chances(seed: string): () => number {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed} ${count}`).digest().readUInt32BE(0) / 2 ** 32;
  };
}

/** Goes on by itself as a clock does, and by leaps. */
function simulatedClock() {
  let ahead = START - Date.now();
  return {
    now: () => new Date(Date.now() + ahead),
    advance(ms: number): void {
      ahead += ms;
    },
  };
}

/** Reads the hour off the wall, by what the platform knows of the zone and not by our own sums. */
function expectOnTheClock(instant: string, { time, zone, day }: DigestSchedule): void {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', weekday: 'long' },
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const late = Number(part('hour')) * 60 + Number(part('minute')) - (hour * 60 + minute);
  // An hour that was skipped comes as much later as the clocks were put forward.
  expect([0, 30, 60]).toContain(late);
  if (typeof day === 'string') expect(part('weekday').toLowerCase()).toBe(day);
}
