import type { CountedReview } from '../../reviews/digests/figures.ts';
import type { DigestReviews, DigestStore, KeptDigest, KeptSchedule } from '../../reviews/digests/ports.ts';
import type { SettingsPlace, Workspace } from '../../reviews/ports.ts';
import { derivedUuid } from '../../reviews/review-id.ts';
import { workspaceId } from './in-workspace.ts';

export interface MemoryDigests extends DigestStore {
  /** Ids of digests whose job waits, with when it may run (ms since 1970). */
  readonly waiting: Map<string, number>;
  /** The digests of a workspace are forgotten. */
  erase(workspace: Workspace): void;
  /** The name of a person is taken from them; tells how often it stood there. */
  eraseName(workspace: Workspace, userId: string): number;
}

const keyOf = ({ teamId, enterpriseId, channelId }: SettingsPlace): string =>
  JSON.stringify([teamId ?? enterpriseId, channelId]);

const later = (a: string, b: string): string => (a > b ? a : b);

/** Digests that are forgotten with the process: for tests, and the plainest form of the contract. */
export function createMemoryDigests(): MemoryDigests {
  const schedules = new Map<string, KeptSchedule>();
  const digests = new Map<string, KeptDigest>();
  const waiting = new Map<string, number>();
  const setState = (place: SettingsPlace, state: KeptSchedule['state'], from?: KeptSchedule['state']) => {
    const kept = schedules.get(keyOf(place));
    if (kept && (from === undefined || kept.state === from)) schedules.set(keyOf(place), { ...kept, state });
  };
  const inPlace = (place: SettingsPlace) =>
    [...digests.values()].filter((digest) => keyOf(digest.place) === keyOf(place));
  return {
    waiting,
    erase(workspace) {
      const isTheirs = ({ place }: { readonly place: SettingsPlace }) =>
        workspaceId(place) === workspaceId(workspace);
      for (const [key, schedule] of schedules) if (isTheirs(schedule)) schedules.delete(key);
      for (const [id, digest] of digests) {
        if (isTheirs(digest)) digests.delete(id);
        if (!digests.has(id)) waiting.delete(id);
      }
    },
    eraseName(workspace, userId) {
      const theirs = [...schedules].filter(
        ([, { place, owner }]) => owner === userId && workspaceId(place) === workspaceId(workspace),
      );
      for (const [key, schedule] of theirs) schedules.set(key, { ...schedule, owner: undefined });
      return theirs.length;
    },
    schedule: async (place) => schedules.get(keyOf(place)),
    async keep(schedule) {
      const told = schedules.get(keyOf(schedule.place))?.coveredUntil ?? '';
      const coveredUntil = later(told, schedule.coveredUntil);
      schedules.set(keyOf(schedule.place), { ...schedule, coveredUntil });
    },
    turnOff: async (place) => setState(place, 'off'),
    pause: async (place) => setState(place, 'paused', 'on'),
    async due(now, limit) {
      return [...schedules.values()]
        .filter(({ state, nextDue }) => state === 'on' && nextDue <= now.toISOString())
        .toSorted((a, b) => a.nextDue.localeCompare(b.nextDue))
        .slice(0, limit);
    },
    async oldestDue(now) {
      const waiting = [...digests.values()].filter(({ state }) => state === 'due').map(({ dueAt }) => dueAt);
      const unseen = [...schedules.values()]
        .filter(({ state, nextDue }) => state === 'on' && nextDue <= now.toISOString())
        .map(({ nextDue }) => nextDue);
      return [...waiting, ...unseen].toSorted().at(0);
    },
    async begin({ place, nextDue, coveredUntil }, { period, dueAt }, next, runAt) {
      const kept = schedules.get(keyOf(place));
      if (kept?.state !== 'on' || kept.nextDue !== nextDue || kept.coveredUntil !== coveredUntil)
        return false;
      schedules.set(keyOf(place), { ...kept, ...next });
      const id = derivedUuid('digest', keyOf(place), period.from);
      if (digests.has(id)) return false;
      digests.set(id, { id, place, period, dueAt, state: 'due', figures: undefined });
      waiting.set(id, runAt.getTime());
      return true;
    },
    digest: async (id) => digests.get(id),
    latest: async (place, limit) =>
      inPlace(place)
        .toSorted((a, b) => b.period.from.localeCompare(a.period.from))
        .slice(0, limit),
    async recordFigures(id, figures) {
      const digest = digests.get(id);
      if (digest) digests.set(id, { ...digest, figures });
    },
    async finish(id, state) {
      const digest = digests.get(id);
      if (digest?.state === 'due') digests.set(id, { ...digest, state });
    },
  };
}

/** Reviews that are simply given: of any channel, or of those that `inPlace` says. */
export const memoryDigestReviews = (
  reviews: readonly CountedReview[],
  inPlace: (place: SettingsPlace, review: CountedReview) => boolean = () => true,
): Pick<DigestReviews, 'counted'> => ({
  counted: async (place, { from, to }) =>
    reviews.filter(
      (review) => review.requestedAt >= from && review.requestedAt < to && inPlace(place, review),
    ),
});
