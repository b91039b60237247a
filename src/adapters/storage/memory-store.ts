import { StoreUnavailableError } from '../../reviews/errors.ts';
import type {
  Feedback,
  JobRunner,
  Person,
  PostedReviews,
  Progress,
  ReviewKey,
  ReviewRecord,
  ReviewRequest,
  ReviewStore,
  Workspace,
} from '../../reviews/ports.ts';
import { retryAfterMs } from '../queue/retry-policy.ts';

interface Entry {
  /** Gone once the review is over: nothing else holds the draft. */
  request: ReviewRequest | undefined;
  progress: Progress;
  record: ReviewRecord | undefined;
  attempts: number;
  /** `workspaceKey` of where it was asked for. */
  readonly workspace: string;
  /** ms since 1970. */
  readonly acceptedAt: number;
  /** `personKey` of who asked. */
  readonly person: string;
  readonly requestedAt: string;
  dismissed: readonly string[];
  feedback: Feedback | undefined;
  revision: number;
}

export interface MemoryStoreOptions {
  /** Attempts before a job is given up. */
  readonly tries?: number;
  /** Wait before attempt n + 1, in ms. */
  readonly backOffMs?: (attempt: number) => number;
}

/** A store that forgets everything with the process: for tests, and the plainest form of the contract. */
export interface MemoryStore extends ReviewStore, PostedReviews, JobRunner {
  /** What is kept of a finished review. */
  record(reviewId: string): ReviewRecord | undefined;
  /** What was said of it. */
  feedback(reviewId: string): Feedback | undefined;
  /** What a person asked for in a workspace, or everybody, is forgotten; tells how much it was. */
  erase(of: Workspace & Partial<Person>): { readonly checks: number; readonly waiting: number };
  /** Resolves when no job waits or runs. */
  idle(): Promise<void>;
}

/** As `keyed-hashes.ts` tells people apart. */
const personKey = ({ enterpriseId, teamId, userId }: Person): string =>
  JSON.stringify([enterpriseId ?? teamId, userId]);

/** As `in-workspace.ts` tells workspaces apart. */
const workspaceKey = ({ enterpriseId, teamId }: Workspace): string =>
  JSON.stringify(teamId === undefined ? { enterpriseId } : { teamId });

const noProgress: Progress = { parentTs: undefined, replyTs: undefined, done: false };

export function createMemoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const { tries = 5, backOffMs = (attempt) => 2 ** attempt * 10 } = options;
  const entries = new Map<string, Entry>();
  const waiting: string[] = [];
  const running = new Set<Promise<void>>();
  const timers = new Map<NodeJS.Timeout, string>();
  let work: ((id: string) => Promise<void>) | undefined;

  const pump = (): void => {
    while (work) {
      const id = waiting.shift();
      if (id === undefined) return;
      const job: Promise<void> = work(id).finally(() => {
        running.delete(job);
      });
      running.add(job);
    }
  };
  const comeBack = (id: string, delayMs: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      waiting.push(id);
      pump();
    }, delayMs);
    timers.set(timer, id);
  };
  const find = (review: ReviewKey): Entry | undefined => {
    const entry = entries.get(review.id);
    return entry?.workspace === workspaceKey(review) ? entry : undefined;
  };
  const change = (entry: Entry | undefined, to: Partial<Progress>): void => {
    if (entry) entry.progress = { ...entry.progress, ...to };
  };

  return {
    async accept(request, until) {
      if (until?.aborted) throw new StoreUnavailableError(until.reason);
      if (entries.has(request.id)) return 'duplicate';
      entries.set(request.id, {
        request,
        progress: noProgress,
        record: undefined,
        attempts: 0,
        workspace: workspaceKey(request),
        acceptedAt: Date.now(),
        person: personKey(request),
        requestedAt: request.requestedAt,
        dismissed: [],
        feedback: undefined,
        revision: 0,
      });
      waiting.push(request.id);
      queueMicrotask(pump);
      return 'accepted';
    },
    progress: async (review) => find(review)?.progress,
    recordParent: async (review, parentTs) => change(find(review), { parentTs }),
    async finish(review, record, replyTs) {
      const entry = find(review);
      if (!entry) return;
      // An edited text may have taken its place before its own job was quite done.
      if (!entry.progress.done) entry.record = record;
      entry.request = undefined;
      change(entry, { done: true, ...(replyTs === undefined ? {} : { replyTs }) });
    },
    record: (id) => entries.get(id)?.record,
    async askedSince(person, since, { perPerson, perWorkspace }) {
      const recently = [...entries.values()].filter(({ requestedAt }) => requestedAt >= since);
      const own = recently.filter((entry) => entry.person === personKey(person));
      const there = recently.filter((entry) => entry.workspace === workspaceKey(person));
      return {
        byPerson: Math.min(own.length, perPerson),
        inWorkspace: Math.min(there.length, perWorkspace),
      };
    },
    async recent(person, limit) {
      const own = [...entries.values()].filter(
        (entry) => entry.person === personKey(person) && entry.workspace === workspaceKey(person),
      );
      return own
        .flatMap(({ requestedAt, record, dismissed }) => {
          if (record === undefined) return [];
          const { band, score, present, missing } = record;
          const faults = record.faults.filter((rule) => !dismissed.includes(rule));
          return [{ requestedAt, band, score, present, missing, faults }];
        })
        .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt))
        .slice(0, limit);
    },

    async setDismissed(review, rule, dismissed, revision) {
      const entry = find(review);
      if (!entry) return undefined;
      if (revision !== undefined && entry.revision !== revision) return 'changed';
      const others = entry.dismissed.filter((other) => other !== rule);
      if (entry.dismissed.includes(rule) !== dismissed)
        entry.dismissed = dismissed ? [...others, rule] : others;
      return entry.dismissed;
    },
    async rescore(review, scored, revision) {
      const entry = find(review);
      if (!entry || (revision !== undefined && entry.revision !== revision)) return 'changed';
      if (entry.record) entry.record = { ...entry.record, ...scored };
      return 'rescored';
    },
    async rate(review, feedback) {
      const entry = find(review);
      if (!entry) return undefined;
      if (entry.feedback === feedback) return 'noted-before';
      entry.feedback = feedback;
      return 'noted';
    },
    feedback: (id) => entries.get(id)?.feedback,
    async isAskedBy(review, userId) {
      const asker = find(review)?.person;
      return asker === undefined ? undefined : asker === personKey({ ...review, userId });
    },
    erase(of) {
      const theirs = [...entries].filter(
        ([, entry]) =>
          entry.workspace === workspaceKey(of) &&
          (of.userId === undefined || entry.person === personKey({ ...of, userId: of.userId })),
      );
      for (const [id] of theirs) entries.delete(id);
      const waiting = theirs.filter(([, { request }]) => request !== undefined).length;
      return { checks: theirs.length, waiting };
    },
    async forget(review) {
      if (find(review)) entries.delete(review.id);
    },
    async standing(review) {
      const entry = find(review);
      return entry && { revision: entry.revision, band: entry.record?.band, score: entry.record?.score };
    },
    async revise(review, revision, record) {
      const entry = find(review);
      if (entry?.revision !== revision) return 'changed';
      const { record: former, dismissed, progress } = entry;
      change(entry, { done: true });
      Object.assign(entry, { record, revision: revision + 1, dismissed: [] });
      return async () => {
        if (entry.revision === revision + 1)
          Object.assign(entry, { record: former, revision, dismissed, progress });
      };
    },
    async reread(review, record) {
      const entry = find(review);
      if (entry?.revision !== 0 || entry.dismissed.length > 0) return 'changed';
      const { record: former } = entry;
      Object.assign(entry, { record, revision: 1 });
      return async () => {
        if (entry.revision === 1) Object.assign(entry, { record: former, revision: 0 });
      };
    },

    async start(handle, giveUp) {
      work = async (id) => {
        const entry = entries.get(id);
        const request = entry?.request;
        if (!entry || !request) return;
        entry.attempts += 1;
        try {
          await handle(request, entry.attempts);
          entry.request = undefined;
        } catch (cause) {
          if (entry.attempts < tries) return comeBack(id, retryAfterMs(cause) ?? backOffMs(entry.attempts));
          entry.request = undefined;
          await giveUp(request, cause).catch(() => undefined);
        }
      };
      pump();
    },
    async stop(graceMs) {
      work = undefined;
      for (const [timer, id] of timers) {
        clearTimeout(timer);
        waiting.push(id);
      }
      timers.clear();
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([Promise.allSettled(running), grace]);
    },
    depth: async () => waiting.length + running.size + timers.size,
    async oldestAgeMs() {
      const open = [...entries.values()].filter(({ request }) => request !== undefined);
      return Math.max(0, Date.now() - Math.min(Infinity, ...open.map(({ acceptedAt }) => acceptedAt)));
    },
    async idle() {
      while (waiting.length + running.size + timers.size > 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}
