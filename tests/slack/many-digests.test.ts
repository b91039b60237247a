import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createMemoryDigests } from '../../src/adapters/storage/memory-digests.ts';
import { createBeginDueDigests } from '../../src/reviews/digests/begin-due-digests.ts';
import { createDeliverDigest } from '../../src/reviews/digests/deliver-digest.ts';
import type { DigestFigures, Period } from '../../src/reviews/digests/figures.ts';
import { createTurnOnDigest } from '../../src/reviews/digests/turn-on-digest.ts';
import { RateLimitedError } from '../../src/reviews/errors.ts';
import { createDigestMessenger } from '../../src/slack/digest-messenger.ts';

const MONDAYS = { frequency: 'weekly', day: 'monday', time: '09:00', zone: 'UTC' } as const;
const MINUTE_MS = 60_000;
/** Half of what Slack allows an app in a workspace, "several hundred" a minute: reviews need the rest. */
const A_MINUTE = 150;

/** A Slack that counts: one post a second in a channel, so many a minute in a workspace. */
function countingSlack(now: () => number) {
  const posts: { team: string; channel: string; at: number }[] = [];
  const closedUntil = new Map<string, number>();
  const broken: string[] = [];
  let refusals = 0;
  const refuse = (team: string, seconds: number): never => {
    refusals += 1;
    closedUntil.set(team, now() + seconds * 1000);
    throw new WebAPIRateLimitedError(seconds);
  };
  const clientOf = (team: string) =>
    ({
      users: { info: async () => ({ user: { name: 'dana' } }) },
      chat: {
        async postMessage({ channel }: { channel: string }) {
          const at = now();
          if (at < (closedUntil.get(team) ?? 0)) broken.push(`${team} was asked to wait and did not`);
          const inTeam = posts.filter((post) => post.team === team && post.at > at - MINUTE_MS);
          if (inTeam.some((post) => post.channel === channel && post.at > at - 1000)) refuse(team, 1);
          // One workspace is busy with other things just then.
          if (inTeam.length >= (team === 'T1' ? 60 : A_MINUTE + 10)) refuse(team, 30);
          posts.push({ team, channel, at });
          return { ok: true, ts: `1.${posts.length}` };
        },
      },
    }) as unknown as WebClient;
  return { posts, broken, clientOf, refusals: () => refusals };
}

const gather = async (_: unknown, period: Period): Promise<DigestFigures> => ({
  ...{ period, drafts: 9, people: 4, medianScore: 60, faults: [], missing: [], weeks: [] },
});

test('a thousand digests due in one minute are all posted, and Slack is left alone when it wants to be', async () => {
  let now = Date.parse('2026-11-25T12:00:00Z');
  const clock = { now: () => new Date(now) };
  const digests = createMemoryDigests();
  const places = Array.from({ length: 1000 }, (_, index) => ({
    teamId: index < 500 ? 'T0' : index < 700 ? 'T1' : `T${index % 30}0`,
    enterpriseId: undefined,
    channelId: `C${index}`,
  }));
  for (const place of places) await createTurnOnDigest({ digests, clock })(place, MONDAYS, 'U1');
  const slack = countingSlack(() => now);
  const channel = createDigestMessenger({
    clientFor: async ({ teamId }) => slack.clientOf(teamId ?? ''),
    logger: { error: () => undefined },
    clock,
  });
  const deliver = createDeliverDigest({ digests, gather, channel, clock });

  now = Date.parse('2026-11-30T09:00:00Z');
  expect(await createBeginDueDigests({ digests, clock })()).toBe(1000);
  const tries = new Map<string, number>();
  const { waiting } = digests;
  while (waiting.size > 0) {
    // As the queues do: what has waited longest for its turn comes next, and comes back when its error says so.
    const [id = '', runAt = 0] = [...waiting].reduce((first, one) => (one[1] < first[1] ? one : first));
    now = Math.max(now, runAt);
    tries.set(id, (tries.get(id) ?? 0) + 1);
    try {
      await deliver({ digestId: id });
      waiting.delete(id);
    } catch (error) {
      if (!(error instanceof RateLimitedError)) throw error;
      waiting.set(id, now + error.retryAfterMs);
    }
  }

  expect(slack.posts.map(({ channel }) => channel).toSorted()).toEqual(
    places.map(({ channelId }) => channelId).toSorted(),
  );
  expect(slack.broken).toEqual([]);
  expect(slack.refusals()).toBeGreaterThan(0);
  // The queues give up after twenty.
  expect(Math.max(...tries.values())).toBeLessThan(20);
  const inBusiest = slack.posts.filter(({ team }) => team === 'T0').map(({ at }) => at);
  for (const at of inBusiest)
    expect(inBusiest.filter((other) => other > at - MINUTE_MS && other <= at).length).toBeLessThanOrEqual(
      A_MINUTE,
    );
});
