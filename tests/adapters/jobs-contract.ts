import { afterEach, expect, test, vi } from 'vitest';
import type { ReviewRequest } from '../../src/reviews/ports.ts';
import { exampleRequest, exampleRequests, type Opened, type OpenOptions, PATIENT, QUICK } from './place.ts';

const SOON = { timeout: 20_000, interval: 10 };
const never = async (): Promise<void> => {
  throw new Error('not expected');
};

export interface JobsContractOptions {
  /** Whether the adapter bounds how much runs at once and listens to `retryAfterMs`: one that works in earnest does. */
  readonly bounded: boolean;
}

/** What every JobRunner does with the requests that its store accepted. */
export function jobsContract(
  open: (options?: OpenOptions) => Promise<Opened>,
  { bounded }: JobsContractOptions,
): void {
  const opened: Opened[] = [];
  const fresh = async (options?: OpenOptions): Promise<Opened> => {
    const one = await open(options);
    opened.push(one);
    return one;
  };
  afterEach(async () => {
    for (const { jobs, close } of opened.splice(0)) {
      await jobs.stop(0);
      await close();
    }
  });

  test('a request is worked off once, as it was given', async () => {
    const { store, jobs } = await fresh();
    const seen: [ReviewRequest, number][] = [];
    await jobs.start(async (request, attempt) => void seen.push([request, attempt]), never);
    await Promise.all([store.accept(exampleRequest()), store.accept(exampleRequest())]);
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect(seen).toEqual([[exampleRequest(), 1]]);
  });

  test('what was accepted before the start is worked off too', async () => {
    const { store, jobs } = await fresh();
    // More than a queue gets through that takes a few and then waits for its next look.
    for (const request of exampleRequests(200)) await store.accept(request);
    expect(await jobs.depth()).toBe(200);
    const seen: string[] = [];
    await jobs.start(async ({ id }) => void seen.push(id), never);
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect(seen.sort()).toEqual(
      exampleRequests(200)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('an idle runner takes up a request when it comes', async () => {
    const { store, jobs } = await fresh();
    const seen: string[] = [];
    await jobs.start(async ({ id }) => void seen.push(id), never);
    for (const { id } of exampleRequests(3)) {
      // Time to fall asleep for half a minute; the request must not wait for that.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await store.accept(exampleRequest({ id }));
      await vi.waitFor(() => expect(seen).toContain(id), SOON);
    }
  });

  test('a failed try is made again', async () => {
    const { store, jobs } = await fresh({ policy: QUICK });
    const attempts: number[] = [];
    await jobs.start(async (_, attempt) => {
      attempts.push(attempt);
      if (attempt < 3) throw new Error('Slack is down');
    }, never);
    await store.accept(exampleRequest());
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect(attempts).toEqual([1, 2, 3]);
  });

  test('after the last try the request is given up once, with the reason, and is gone', async () => {
    const { store, jobs } = await fresh({ policy: QUICK });
    let tries = 0;
    const givenUp: [ReviewRequest, unknown][] = [];
    const cause = new Error('Slack is down');
    await jobs.start(
      async () => {
        tries += 1;
        throw cause;
      },
      async (request, reason) => void givenUp.push([request, reason]),
    );
    await store.accept(exampleRequest());
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect(tries).toBe(3);
    expect(givenUp).toEqual([[exampleRequest(), cause]]);
  });

  test('stop waits for what runs', async () => {
    const { store, jobs } = await fresh();
    let finish = (): void => undefined;
    let finished = false;
    const running = new Promise<void>((started) => {
      void jobs.start(async () => {
        started();
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        finished = true;
      }, never);
    });
    await store.accept(exampleRequest());
    await running;
    const stopped = jobs.stop(20_000);
    finish();
    await stopped;
    expect(finished).toBe(true);
    expect(await jobs.depth()).toBe(0);
  });

  if (!bounded) return;

  test('no more runs at once than allowed', async () => {
    const { store, jobs } = await fresh({ concurrency: 3 });
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let running = 0;
    let most = 0;
    await jobs.start(async () => {
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
    }, never);
    for (const request of exampleRequests(10)) await store.accept(request);
    await vi.waitFor(() => expect(running).toBe(3), SOON);
    open();
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect(most).toBe(3);
  });

  test('a try that never ends is followed by another', async () => {
    const { store, jobs } = await fresh({ policy: { ...QUICK, longestRunMs: 1_000 } });
    const attempts: number[] = [];
    await jobs.start(async (_, attempt) => {
      attempts.push(attempt);
      if (attempt === 1) await new Promise(() => undefined);
    }, never);
    await store.accept(exampleRequest());
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect(attempts).toEqual([1, 2]);
  });

  test('giving up that fails is reported and made again', async () => {
    const reported: unknown[] = [];
    const { store, jobs } = await fresh({
      policy: { ...QUICK, tries: 1 },
      onError: (error) => void reported.push(error),
    });
    let tries = 0;
    let givenUp = 0;
    await jobs.start(
      async () => {
        tries += 1;
        throw new Error('Slack is down');
      },
      async () => {
        givenUp += 1;
        if (givenUp === 1) throw new Error('the database is down');
      },
    );
    await store.accept(exampleRequest());
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect([tries, givenUp]).toEqual([1, 2]);
    expect(reported).toEqual([new Error('the database is down')]);
  });

  test('an error can say itself when to come back', async () => {
    const { store, jobs } = await fresh({ policy: PATIENT });
    const attempts: number[] = [];
    await jobs.start(async (_, attempt) => {
      attempts.push(attempt);
      if (attempt === 1) throw Object.assign(new Error('too fast'), { retryAfterMs: 5 });
      if (attempt === 2) throw new Error('Slack is down');
    }, never);
    await store.accept(exampleRequest());
    await vi.waitFor(() => expect(attempts).toEqual([1, 2]), SOON);
    // The second error does not say so: its try is an hour away, and the job is still there.
    expect(await jobs.depth()).toBe(1);
  });
}
