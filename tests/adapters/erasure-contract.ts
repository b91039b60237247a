import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import type { DigestStore } from '../../src/reviews/digests/ports.ts';
import type { Erasure } from '../../src/reviews/erasure.ts';
import type { Installations } from '../../src/reviews/installations.ts';
import type {
  ModelSwitches,
  PostedReviews,
  ReviewStore,
  SettingsStore,
  Workspace,
} from '../../src/reviews/ports.ts';
import { WEEKLY } from './digests-contract.ts';
import { exampleRequest } from './example-request.ts';
import { EXAMPLE } from './installations-contract.ts';
import { RECORD } from './store-contract.ts';

export interface Keeping {
  readonly store: ReviewStore & PostedReviews;
  readonly settings: SettingsStore;
  readonly modelSwitches: ModelSwitches;
  readonly digests: DigestStore;
  readonly installations: Installations;
  readonly erasure: Erasure;
  close(): Promise<void>;
}

const TEAM: Workspace = { teamId: 'T0001', enterpriseId: undefined };
const OTHER: Workspace = { teamId: 'T0002', enterpriseId: undefined };
const TEAM_OF_ORGANISATION: Workspace = { teamId: 'T0003', enterpriseId: 'E0001' };
const ORGANISATION: Workspace = { teamId: undefined, enterpriseId: 'E0001' };
export const WORKSPACES = [TEAM, OTHER, TEAM_OF_ORGANISATION, ORGANISATION];

const idIn = (workspace: Workspace, what: string) =>
  `${what} in ${workspace.teamId ?? ''} ${workspace.enterpriseId ?? ''}`;
export const requestIn = (workspace: Workspace, what: string, userId = 'U0001') =>
  exampleRequest({ ...workspace, userId, id: idIn(workspace, `${what} by ${userId}`) });

/** In each workspace two people have a check that is done and one that waits; the first of them set up a channel and its digest. */
export async function fill(keeping: Omit<Keeping, 'erasure' | 'close'>) {
  const { store, settings, modelSwitches, digests, installations } = keeping;
  for (const workspace of WORKSPACES) {
    await installations.save({ ...EXAMPLE, ...workspace });
    for (const userId of ['U0001', 'U0002']) {
      await store.accept(requestIn(workspace, 'waiting', userId));
      await store.accept(requestIn(workspace, 'done', userId));
      await store.finish(requestIn(workspace, 'done', userId), RECORD);
    }
    const place = { ...workspace, channelId: 'C0001' };
    await modelSwitches.set(workspace, true, 'U0001');
    await settings.write(place, { ...DEFAULT_SETTINGS, channel: 'chat' }, 'U0001', 0);
    await settings.write(place, DEFAULT_SETTINGS, 'U0002', 1);
    const schedule = { ...WEEKLY, place };
    await digests.keep(schedule);
    const { nextDue: dueAt, coveredUntil: from } = schedule;
    const [to, nextDue] = ['2026-11-29T23:00:00.000Z', '2026-12-07T08:00:00.000Z'];
    await digests.begin(
      schedule,
      { period: { from, to }, dueAt },
      { nextDue, coveredUntil: to },
      new Date(dueAt),
    );
  }
}

/** What every Erasure does. */
export function erasureContract(open: () => Promise<Keeping>): void {
  let keeping: Keeping;
  const installedAt = new Date(EXAMPLE.installedAt);
  const later = new Date(installedAt.getTime() + 60_000);
  const [own, others] = [requestIn(TEAM, 'done'), requestIn(TEAM, 'done', 'U0002')];

  beforeEach(async () => {
    keeping = await open();
    await fill(keeping);
  });
  afterEach(() => keeping.close());

  async function keptOf(workspace: Workspace) {
    const { store, settings, digests, installations } = keeping;
    const place = { ...workspace, channelId: 'C0001' };
    const reviews = ['U0001', 'U0002'].flatMap((userId) =>
      ['waiting', 'done'].map((what) => store.progress(requestIn(workspace, what, userId))),
    );
    return {
      installed: (await installations.find(workspace)) !== undefined,
      reviews: (await Promise.all(reviews)).filter((progress) => progress !== undefined).length,
      changed: (await settings.history(place, 10)).map(({ changed }) => changed?.by),
      digests: (await digests.latest(place, 10)).length,
      owner: (await digests.schedule(place))?.owner,
    };
  }
  const ALL = { installed: true, reviews: 4, changed: ['U0002', 'U0001'], digests: 1, owner: 'U0001' };
  const NOTHING = { installed: false, reviews: 0, changed: [], digests: 0, owner: undefined };

  test.each(WORKSPACES)(
    'of a workspace that departs everything goes, and of no other anything (%o)',
    async (gone) => {
      const { erasure } = keeping;
      expect(await erasure.depart(gone, later)).toBe('departed');
      expect(await keptOf(gone)).toEqual({ ...ALL, installed: false });
      await erasure.sweep();
      expect(await keptOf(gone)).toEqual(NOTHING);
      for (const workspace of WORKSPACES.filter((one) => one !== gone)) {
        expect(await keptOf(workspace)).toEqual(ALL);
      }
    },
  );

  test('told twice, at once or later, changes nothing more', async () => {
    const { erasure } = keeping;
    await Promise.all([erasure.depart(TEAM, later), erasure.depart(TEAM, later)]);
    await Promise.all([erasure.sweep(), erasure.sweep()]);
    expect(await erasure.depart(TEAM, later)).toBe('departed');
    await erasure.sweep();
    expect([await keptOf(TEAM), await keptOf(OTHER)]).toEqual([NOTHING, ALL]);
  });

  test('where it was installed again meanwhile, late news of the departure touches nothing', async () => {
    const { erasure, installations } = keeping;
    await installations.save({
      ...EXAMPLE,
      ...TEAM,
      installedAt: new Date(later.getTime() + 1).toISOString(),
    });
    expect(await erasure.depart(TEAM, later)).toBe('installed-since');
    await erasure.sweep();
    expect(await keptOf(TEAM)).toEqual(ALL);
  });

  test('one that is installed again before the sweep keeps its new installation', async () => {
    const { erasure, installations } = keeping;
    await erasure.depart(TEAM, later);
    await installations.save({ ...EXAMPLE, ...TEAM });
    await erasure.sweep();
    expect(await keptOf(TEAM)).toEqual({ ...NOTHING, installed: true });
  });

  test('what comes after everything is gone is there to stay', async () => {
    const { erasure, store } = keeping;
    await erasure.depart(TEAM, later);
    await erasure.sweep();
    await store.accept(own);
    await erasure.sweep();
    expect(await store.progress(own)).toBeDefined();
  });

  test('of a person what they asked for goes, and their name; what others asked for, and elsewhere, stays', async () => {
    const { erasure, store, settings } = keeping;
    const person = { ...TEAM, userId: 'U0001' };
    expect(await erasure.forgetPerson(person)).toEqual({ checks: 2, waiting: 1, names: 3 });
    expect(await store.progress(own)).toBeUndefined();
    expect(await store.recent(person, 10)).toEqual([]);
    expect(await store.progress(others)).toBeDefined();
    expect(await keptOf(TEAM)).toEqual({
      ...{ installed: true, reviews: 2, changed: ['U0002', undefined] },
      ...{ digests: 1, owner: undefined },
    });
    for (const workspace of [OTHER, TEAM_OF_ORGANISATION, ORGANISATION])
      expect(await keptOf(workspace)).toEqual(ALL);
    // What they have set up holds for others too.
    const [, first] = await settings.history({ ...TEAM, channelId: 'C0001' }, 10);
    expect(first).toMatchObject({ settings: { channel: 'chat' }, changed: { by: undefined } });
    expect(await erasure.forgetPerson(person)).toEqual({ checks: 0, waiting: 0, names: 0 });
  });
}
