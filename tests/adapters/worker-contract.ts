import { expect, test, vi } from 'vitest';
import { exampleRequest, exampleRequests } from './example-request.ts';
import { closedAfterEach, never, type Open, PATIENT, QUICK, SOON } from './place.ts';

/** What a JobRunner does besides when it works in earnest, next to others and for weeks. */
export function workerContract(open: Open): void {
  const fresh = closedAfterEach(open);

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
