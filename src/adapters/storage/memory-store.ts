import type { JobRunner, Progress, ReviewRecord, ReviewRequest, ReviewStore } from '../../reviews/ports.ts';

interface Entry {
  /** Gone once the review is over: nothing else holds the draft. */
  request: ReviewRequest | undefined;
  progress: Progress;
  record: ReviewRecord | undefined;
  attempts: number;
}

export interface MemoryStoreOptions {
  /** Attempts before a job is given up. */
  readonly tries?: number;
  /** Wait before attempt n + 1, in ms. */
  readonly backOffMs?: (attempt: number) => number;
}

/** A store that forgets everything with the process: for tests, and the plainest form of the contract. */
export interface MemoryStore extends ReviewStore, JobRunner {
  /** What is kept of a finished review. */
  record(reviewId: string): ReviewRecord | undefined;
  /** Resolves when no job waits or runs. */
  idle(): Promise<void>;
}

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
  const comeBack = (id: string, attempt: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      waiting.push(id);
      pump();
    }, backOffMs(attempt));
    timers.set(timer, id);
  };
  const change = (id: string, to: Partial<Progress>): void => {
    const entry = entries.get(id);
    if (entry) entry.progress = { ...entry.progress, ...to };
  };

  return {
    async accept(request) {
      if (entries.has(request.id)) return 'duplicate';
      entries.set(request.id, { request, progress: noProgress, record: undefined, attempts: 0 });
      waiting.push(request.id);
      queueMicrotask(pump);
      return 'accepted';
    },
    progress: async (id) => entries.get(id)?.progress,
    recordParent: async (id, parentTs) => change(id, { parentTs }),
    recordReply: async (id, replyTs) => change(id, { replyTs }),
    async finish(id, record) {
      change(id, { done: true });
      const entry = entries.get(id);
      if (entry) Object.assign(entry, { request: undefined, record });
    },
    record: (id) => entries.get(id)?.record,

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
          if (entry.attempts < tries) return comeBack(id, entry.attempts);
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
    async idle() {
      while (waiting.length + running.size + timers.size > 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}
