import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import { createGatherDigest } from '../../src/reviews/digests/gather-digest.ts';
import type { DigestReviews } from '../../src/reviews/digests/ports.ts';
import type { PostedReviews, ReviewRecord, ReviewStore, SettingsPlace } from '../../src/reviews/ports.ts';
import { anyFound, anyScore } from '../support/counted-reviews.ts';
import { createDigestLedger } from '../support/digest-ledger.ts';
import { plainRecount } from '../support/plain-recount.ts';
import { daysBefore, momentOf, plainSpans } from '../support/plain-spans.ts';
import { exampleRequest } from './example-request.ts';

type Open = () => Promise<{
  readonly store: ReviewStore & PostedReviews;
  readonly digestReviews: Pick<DigestReviews, 'counted'>;
  close(): Promise<void>;
}>;

// Clocks go back on 25 October in Berlin and on 1 November in St John's, whose hours begin at half past.
const ZONES = ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'];

const BUSY: SettingsPlace = { teamId: 'T0001', enterpriseId: undefined, channelId: 'C0001' };
const PLACES: readonly SettingsPlace[] = [
  BUSY,
  { ...BUSY, channelId: 'C0002' },
  { ...BUSY, teamId: 'T0002' },
  { teamId: undefined, enterpriseId: 'E0001', channelId: 'C0001' },
];

/** Stretches up to a midnight, a month of the calendar, and one that ends in the middle of a day. */
const STRETCHES = [
  { from: '2026-10-26', to: '2026-11-02', time: '00:00', previousFrom: '2026-10-19' },
  { from: '2026-10-19', to: '2026-10-26', time: '00:00', previousFrom: '2026-10-12' },
  { from: '2026-10-01', to: '2026-11-01', time: '00:00', previousFrom: '2026-09-01' },
  { from: '2026-10-05', to: '2026-11-04', time: '13:30', previousFrom: '2026-09-05' },
];

/** Moments at the very edges of days in all zones, and just before them. */
const EDGES: readonly string[] = ZONES.flatMap((zone) =>
  Array.from({ length: 75 }, (_, days) => momentOf(daysBefore('2026-11-10', days), '00:00', zone)),
).flatMap((edge) => [edge, new Date(Date.parse(edge) - 1).toISOString()]);

const anyRecord = fc.tuple(anyFound, anyScore).map(
  ([found, score]): ReviewRecord => ({
    ...{ engine: 'rules', rulesVersion: '2', band: 'needs-work', score },
    ...found,
  }),
);

const anyAct = fc.oneof(
  fc.record({ act: fc.constant('dismiss' as const), pick: fc.nat(20), score: anyScore }),
  fc.record({ act: fc.constant('edit' as const), record: anyRecord }),
  fc.record({ act: fc.constant('take back' as const), record: anyRecord }),
);

/** Something that happens to one draft, from its first check on. */
const anyStory = fc.record({
  place: fc.constantFrom(BUSY, BUSY, BUSY, BUSY, ...PLACES),
  userId: fc.constantFrom('U1', 'U2', 'U3', 'U4'),
  text: fc.nat(250),
  requestedAt: fc.constantFrom(...EDGES),
  record: fc.option(anyRecord, { freq: 15, nil: undefined }),
  acts: fc.array(anyAct, { maxLength: 3 }),
  end: fc.constantFrom('stays', 'stays', 'stays', 'stays', 'stays', 'is forgotten'),
});

/** What a digest tells of a real store is what a recount of what was put in says. */
export function digestRecountContract(open: Open): void {
  const ledger = createDigestLedger();
  let opened: Awaited<ReturnType<Open>>;

  beforeAll(async () => {
    opened = await open();
    for (const [index, story] of fc.sample(anyStory, { numRuns: 400, seed: 6 }).entries())
      await happen(`review-${index}`, story);
  });
  afterAll(() => opened.close());

  async function happen(id: string, story: typeof anyStory extends fc.Arbitrary<infer S> ? S : never) {
    const { store } = opened;
    const { place, userId, requestedAt, record } = story;
    const request = exampleRequest({ ...place, id, userId, requestedAt, draft: `Draft ${story.text}` });
    await store.accept(request);
    ledger.accept(request);
    await store.finish(request, record);
    ledger.finish(id, record);
    let revision = 0;
    let listed = [...(record?.missing ?? []), ...(record?.faults ?? [])];
    for (const act of record === undefined ? [] : story.acts) {
      if (act.act === 'dismiss') {
        const rule = listed[act.pick % Math.max(1, listed.length)];
        if (rule === undefined) continue;
        await store.setDismissed(request, rule, true, revision);
        await store.rescore(request, { band: 'good', score: act.score }, revision);
        ledger.dismiss(id, rule, act.score);
      } else {
        const takeBack = await store.revise(request, revision, act.record);
        if (takeBack === 'changed') throw new Error('nobody else edits');
        if (act.act === 'take back') {
          await takeBack();
        } else {
          ledger.edit(id, act.record);
          revision += 1;
          listed = [...act.record.missing, ...act.record.faults];
        }
      }
    }
    if (story.end === 'stays') return;
    await store.forget(request);
    ledger.forget(id);
  }

  test('the ledger holds what the recount is about', () => {
    const counted = ledger.counted(BUSY);
    expect(counted.length).toBeGreaterThan(100);
    expect(counted.filter(({ lastScore }) => lastScore !== undefined).length).toBeGreaterThan(20);
    for (const place of PLACES) expect(ledger.counted(place).length).toBeGreaterThan(5);
  });

  test.each(ZONES)('every figure is that of a plain recount, by the days of %s', async (zone) => {
    const gather = createGatherDigest({
      reviews: opened.digestReviews,
      settings: { read: async () => ({ version: 0, settings: DEFAULT_SETTINGS, changed: undefined }) },
      rules: RULES,
    });
    for (const place of PLACES) {
      for (const stretch of STRETCHES) {
        const spans = plainSpans(stretch, zone);
        const figures = await gather(place, spans.period, zone);
        expect(figures).toEqual(plainRecount(ledger.counted(place), spans, RULES));
      }
    }
  });
}
