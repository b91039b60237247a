import { expect, test, vi } from 'vitest';
import type { ReviewRequest } from '../../src/reviews/ports.ts';
import { exampleRequest, exampleRequests } from './example-request.ts';
import { closedAfterEach, never, type Open, PATIENT, QUICK, SOON } from './place.ts';

/** What every JobRunner does with the requests that its store accepted. */
export function jobsContract(open: Open): void {
  const fresh = closedAfterEach(open);

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

  test('how long the oldest request has been waiting is known, and that none waits', async () => {
    const { store, jobs } = await fresh({ policy: PATIENT });
    expect(await jobs.oldestAgeMs()).toBe(0);
    await store.accept(exampleRequest());
    const begun = Date.now();
    await jobs.start(async ({ id }) => {
      // Comes back in an hour: it has waited since it was accepted, not since its last try.
      if (id === exampleRequest().id) throw new Error('Slack is down');
    }, never);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await store.accept(exampleRequest({ id: 'a later one' }));
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(1), SOON);
    expect(await jobs.oldestAgeMs()).toBeGreaterThanOrEqual(Date.now() - begun - 100);
    await jobs.stop(1_000);
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
}
