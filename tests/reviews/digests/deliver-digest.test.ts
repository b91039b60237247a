import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryDigests, type MemoryDigests } from '../../../src/adapters/storage/memory-digests.ts';
import { createBeginDueDigests } from '../../../src/reviews/digests/begin-due-digests.ts';
import { createDeliverDigest } from '../../../src/reviews/digests/deliver-digest.ts';
import type { DigestFigures, Period } from '../../../src/reviews/digests/figures.ts';
import { createGiveUpDigest } from '../../../src/reviews/digests/give-up-digest.ts';
import type { DigestChannel, ToldDigest } from '../../../src/reviews/digests/ports.ts';
import { createTurnOnDigest } from '../../../src/reviews/digests/turn-on-digest.ts';
import { CannotPostError } from '../../../src/reviews/errors.ts';

const place = { teamId: 'T1', enterpriseId: undefined, channelId: 'C1' };
const MONDAYS = { frequency: 'weekly', day: 'monday', time: '09:00', zone: 'UTC' } as const;

let now: string;
const clock = { now: () => new Date(now) };
let digests: MemoryDigests;
/** Drafts of each week, by its first day; a week that is not here has ten. */
let drafts: Record<string, number>;
let posts: ToldDigest[];
let owners: string[];
let refusal: Error | undefined;
let built: Period[];

const channel: DigestChannel = {
  async post(_, told) {
    if (refusal) throw refusal;
    posts.push(told);
    return '1.1';
  },
  async tellOwner({ owner }, { slackCode }) {
    owners.push(`${owner} ${slackCode}`);
  },
};

async function gather(_: unknown, period: Period): Promise<DigestFigures> {
  built.push(period);
  let count = 0;
  for (let at = Date.parse(period.from); at < Date.parse(period.to); at += 7 * 86_400_000)
    count += drafts[new Date(at).toISOString().slice(0, 10)] ?? 10;
  return { period, drafts: count, people: 4, medianScore: 60, faults: [], missing: [], weeks: [] };
}

const turnOn = () => createTurnOnDigest({ digests, clock })(place, MONDAYS, 'U1');

/** The clock stands at `at`; looks for what is due and delivers it. */
async function minute(at: string): Promise<void> {
  now = at;
  await createBeginDueDigests({ digests, clock })();
  const deliver = createDeliverDigest({ digests, gather, channel, clock });
  for (const id of digests.waiting.keys()) {
    await deliver({ digestId: id });
    digests.waiting.delete(id);
  }
}

const days = ({ figures: { period } }: ToldDigest) =>
  `${period.from.slice(5, 10)} to ${period.to.slice(5, 10)}`;

beforeEach(async () => {
  [now, digests, drafts, posts, owners, refusal, built] = [
    '2026-11-25T12:00:00.000Z',
    createMemoryDigests(),
    {},
    [],
    [],
    undefined,
    [],
  ];
  await turnOn();
});

describe('the digest of a channel', () => {
  test('comes when it is due, about the days before, and introduces itself once', async () => {
    await minute('2026-11-30T08:59:00.000Z');
    expect(posts).toEqual([]);
    await minute('2026-11-30T09:00:00.000Z');
    await minute('2026-11-30T09:01:00.000Z');
    await minute('2026-12-07T09:00:30.000Z');
    expect(posts.map(days)).toEqual(['11-23 to 11-30', '11-30 to 12-07']);
    expect(posts.map(({ first, merged, lateSince }) => [first, merged, lateSince])).toEqual([
      [true, false, undefined],
      [false, false, undefined],
    ]);
  });

  test('is told with the next one where it holds too little', async () => {
    drafts = { '2026-11-23': 3, '2026-11-30': 1 };
    for (const day of ['11-30', '12-07', '12-14', '12-21']) await minute(`2026-${day}T09:00:00.000Z`);
    expect(posts.map((told) => [days(told), told.merged, told.figures.drafts])).toEqual([
      ['11-23 to 12-14', true, 14],
      ['12-14 to 12-21', false, 10],
    ]);
  });

  test('that was missed comes once, late, about all the days until it was last due', async () => {
    await minute('2026-12-16T20:00:00.000Z');
    await minute('2026-12-21T09:00:00.000Z');
    expect(posts.map((told) => [days(told), told.lateSince])).toEqual([
      ['11-23 to 12-14', '2026-12-14T09:00:00.000Z'],
      ['12-14 to 12-21', undefined],
    ]);
  });

  test('is the same at a second try, whatever was checked or deleted meanwhile', async () => {
    refusal = new Error('Slack has trouble');
    await expect(minute('2026-11-30T09:00:00.000Z')).rejects.toThrow('Slack has trouble');
    refusal = undefined;
    drafts = { '2026-11-23': 0 };
    await minute('2026-11-30T09:05:00.000Z');
    expect(posts.map(({ figures }) => figures.drafts)).toEqual([10]);
    expect(built).toHaveLength(1);
  });

  test('that no try could post is told with the next one', async () => {
    refusal = new Error('Slack has trouble');
    await expect(minute('2026-11-30T09:00:00.000Z')).rejects.toThrow();
    const [digest] = await digests.latest(place, 1);
    const reports: object[] = [];
    const giveUp = createGiveUpDigest(digests, (_, ids) => void reports.push(ids));
    await giveUp({ digestId: digest?.id ?? '' }, refusal);
    refusal = undefined;
    await minute('2026-12-07T09:00:00.000Z');
    expect(posts.map(days)).toEqual(['11-23 to 12-07']);
    expect(reports).toEqual([{ digestId: digest?.id }]);
  });

  test('does not come any more once it is turned off, not even one that was due', async () => {
    now = '2026-11-30T09:00:00.000Z';
    await createBeginDueDigests({ digests, clock })();
    await digests.turnOff(place);
    await minute('2026-11-30T09:00:10.000Z');
    await minute('2026-12-07T09:00:00.000Z');
    expect(posts).toEqual([]);
  });
});

describe('a channel that takes no posts any more', () => {
  const archived = new CannotPostError('is_archived', 'It is archived.');

  test('pauses its digest and has its owner told, once', async () => {
    refusal = archived;
    for (const day of ['11-30', '12-07', '12-14']) await minute(`2026-${day}T09:00:00.000Z`);
    expect(owners).toEqual(['U1 is_archived']);
    expect((await digests.schedule(place))?.state).toBe('paused');
  });

  test('is told of the time of its pause when it is turned on again soon', async () => {
    refusal = archived;
    await minute('2026-11-30T09:00:00.000Z');
    refusal = undefined;
    await turnOn();
    await minute('2026-12-07T09:00:00.000Z');
    expect(posts.map((told) => [days(told), told.merged])).toEqual([['11-23 to 12-07', true]]);
  });

  test('begins anew when it is turned on again much later', async () => {
    refusal = archived;
    await minute('2026-11-30T09:00:00.000Z');
    refusal = undefined;
    now = '2027-02-10T12:00:00.000Z';
    await turnOn();
    await minute('2027-02-15T09:00:00.000Z');
    expect(posts.map(days)).toEqual(['02-08 to 02-15']);
  });
});

test('another zone or another day tells nothing twice', async () => {
  await minute('2026-11-30T09:00:00.000Z');
  now = '2026-11-30T09:30:00.000Z';
  const honolulu = { ...MONDAYS, day: 'sunday', zone: 'Pacific/Honolulu' } as const;
  await createTurnOnDigest({ digests, clock })(place, honolulu, 'U2');
  await minute('2026-12-06T19:00:00.000Z');
  expect(posts.map(({ figures }) => figures.period)).toEqual([
    { from: '2026-11-23T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z' },
    { from: '2026-11-30T00:00:00.000Z', to: '2026-12-06T10:00:00.000Z' },
  ]);
});
