import { rulesEngine } from '../adapters/engines/rules-engine.ts';
import { createDigestStore } from '../adapters/storage/digest-store.ts';
import { createKeyedHashes } from '../adapters/storage/keyed-hashes.ts';
import { openDatabase } from '../adapters/storage/open-database.ts';
import { columns } from '../adapters/storage/record-columns.ts';
import { DEFAULT_SCHEDULE } from '../reviews/digests/schedule.ts';
import { createTurnOnDigest } from '../reviews/digests/turn-on-digest.ts';
import type { ReviewRequest } from '../reviews/ports.ts';
import { reviewId } from '../reviews/review-id.ts';
import { reviewRecord } from '../reviews/review-record.ts';
import { MENDED_DRAFT, pastDraft } from './past-drafts.ts';

const WEEKS = 13;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const PROFILE = 'email';

interface Quarter {
  readonly dataDir: string;
  readonly hashKey: Uint8Array;
  readonly teamId: string;
  readonly channelId: string;
  /** Slack user ids. The first one turns the digest on. */
  readonly people: readonly string[];
  readonly now: Date;
}

/**
 * Thirteen weeks of reviews as the bot would have kept them, and a weekly digest turned on, in the database
 * of a bot that is not started yet. The drafts are invented, and are judged here by the bot's own rules.
 */
export async function seedQuarter({ dataDir, hashKey, teamId, channelId, people, now }: Quarter) {
  const hashes = createKeyedHashes(hashKey);
  const judge = async (draft: string) =>
    reviewRecord(
      await rulesEngine.review(draft, { channel: PROFILE }, { now: now.toISOString(), rewrite: false }),
      PROFILE,
    );
  const mended = await judge(MENDED_DRAFT);

  async function row(n: number, week: number, at: number) {
    const userId = people[n % people.length] ?? '';
    const person: Pick<ReviewRequest, 'teamId' | 'enterpriseId' | 'userId'> = {
      ...{ teamId, enterpriseId: undefined, userId },
    };
    const requested_at = new Date(at).toISOString();
    const record = await judge(pastDraft(n, week / (WEEKS - 1)));
    const { score, present, missing, faults } = record;
    const isEdited = n % 3 !== 0 && score < mended.score;
    return {
      id: reviewId(person, `quarter ${n}`),
      team_id: teamId,
      channel_id: channelId,
      person_hash: hashes.person(person),
      draft_hash: hashes.draft({ ...person, draft: `quarter ${n}` }),
      first_of_draft: 1,
      source: 'command',
      requested_at,
      finished_at: requested_at,
      state: 'delivered' as const,
      ...columns(isEdited ? mended : record),
      revision: isEdited ? 1 : 0,
      first_record: isEdited ? JSON.stringify({ score, present, missing, faults }) : null,
    };
  }

  const weeks = Array.from({ length: WEEKS }, (_, week) => ({ week, drafts: 8 + ((3 * week) % 5) }));
  const times = weeks.flatMap(({ week, drafts }) =>
    Array.from({ length: drafts }, (_, index) => ({
      week,
      at: now.getTime() - (WEEKS - week - (index + 0.5) / drafts) * WEEK_MS,
    })),
  );
  const rows = await Promise.all(times.map(({ week, at }, n) => row(n, week, at)));

  const { db, close } = await openDatabase({ databaseUrl: undefined, dataDir, onError: () => undefined });
  try {
    await db.insertInto('reviews').values(rows).execute();
    // No digest is told here, so there are no jobs.
    const jobs = { enqueue: async () => undefined, wake: () => undefined };
    const clock = { now: () => now };
    const turnOn = createTurnOnDigest({ digests: createDigestStore({ db, jobs, clock }), clock });
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const place = { teamId, enterpriseId: undefined, channelId };
    await turnOn(place, { ...DEFAULT_SCHEDULE, zone }, people[0] ?? '');
  } finally {
    await close();
  }
}
