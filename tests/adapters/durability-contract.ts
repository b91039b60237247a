import { expect, test, vi } from 'vitest';
import { DatabaseTooNewError } from '../../src/adapters/storage/errors.ts';
import { startDoomed } from './doomed.ts';
import { exampleRequest } from './example-request.ts';
import { never, type Place, QUICK } from './place.ts';
import { RECORD } from './store-contract.ts';

/** Postgres knows a process for dead after 10 s of silence. */
const SOON = { timeout: 40_000, interval: 20 };

/** What holds beyond the life of one process. */
export function durabilityContract(create: () => Promise<Place>): void {
  test('an accepted request outlives the process', async () => {
    const place = await create();
    const first = await place.open();
    await first.store.accept(exampleRequest());
    await first.store.recordParent(exampleRequest(), '1.1');
    await first.close();

    const second = await place.open();
    expect(await second.store.accept(exampleRequest())).toBe('duplicate');
    expect(await second.store.progress(exampleRequest())).toMatchObject({ parentTs: '1.1' });
    const seen: unknown[] = [];
    await second.jobs.start(async (request) => void seen.push(request), never);
    await vi.waitFor(async () => expect(await second.jobs.depth()).toBe(0), SOON);
    expect(seen).toEqual([exampleRequest()]);
    await second.jobs.stop(1_000);
    await second.close();
  });

  test('everything acknowledged before a kill -9 is worked off after it', async () => {
    const place = await create();
    const doomed = startDoomed(place, 'accept');
    const acknowledged: string[] = [];
    for await (const id of doomed.lines) {
      acknowledged.push(id);
      if (acknowledged.length === 100) await doomed.kill();
    }
    const { jobs, close } = await place.open();
    const seen = new Set<string>();
    await jobs.start(async ({ id }) => void seen.add(id), never);
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect(acknowledged.length).toBeGreaterThanOrEqual(100);
    expect(acknowledged.filter((id) => !seen.has(id))).toEqual([]);
    await jobs.stop(1_000);
    await close();
  });

  test('a job whose process was killed comes back as a further try', async () => {
    const place = await create();
    const doomed = startDoomed(place, 'work');
    for await (const line of doomed.lines) {
      expect(line).toBe('running 1');
      await doomed.kill();
    }
    const { jobs, close } = await place.open();
    const seen: unknown[] = [];
    await jobs.start(async (request, attempt) => void seen.push([request, attempt]), never);
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    expect(seen).toEqual([[exampleRequest(), 2]]);
    await jobs.stop(1_000);
    await close();
  });

  test('stop hands back what does not end in time, for the next process to work off', async () => {
    const place = await create();
    const first = await place.open();
    await first.store.accept(exampleRequest());
    let started = false;
    await first.jobs.start(async () => {
      started = true;
      await new Promise(() => undefined);
    }, never);
    await vi.waitFor(() => expect(started).toBe(true), SOON);
    await first.jobs.stop(10);
    expect(await first.jobs.depth()).toBe(1);

    const second = await place.open();
    const seen: unknown[] = [];
    await second.jobs.start(async (_, attempt) => void seen.push(attempt), never);
    await vi.waitFor(async () => expect(await second.jobs.depth()).toBe(0), SOON);
    expect(seen).toEqual([2]);
    await second.jobs.stop(1_000);
    await second.close();
    await first.close();
  });

  test('no draft is left once its review is over, not even in an error', async () => {
    const place = await create();
    const { store, jobs, close } = await place.open({ policy: QUICK });
    const drafts = [20, 200, 900, 2_500, 5_000, 12_000].map((length, index) =>
      `canary ${index} `.padEnd(length, 'sorry '),
    );
    for (const [index, draft] of drafts.entries())
      await store.accept(exampleRequest({ id: `r${index}`, draft }));
    expect(await place.contents()).toContain('canary 5');
    await jobs.start(
      async (request, attempt) => {
        if (attempt === 1 || request.id === 'r3') throw new Error(`cannot send ${request.draft}`);
        await store.finish(request, RECORD);
      },
      (request) => store.finish(request, undefined),
    );
    await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
    // While it is still open: a process runs for weeks.
    await vi.waitFor(async () => expect(await place.contents()).not.toContain('canary'), SOON);
    expect(await store.progress(exampleRequest({ id: 'r3' }))).toMatchObject({ done: true });
    await jobs.stop(1_000);
    await close();
    const contents = await place.contents();
    expect(contents).toContain('r3');
    expect(contents).not.toContain('canary');
  });

  test('a database of a newer version is refused, with what to do', async () => {
    const place = await create();
    await (await place.open()).close();
    await place.execute(
      `insert into kysely_migration (name, timestamp) values ('9999-of-the-future', '2030-01-01')`,
    );
    const refusal = await place.open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DatabaseTooNewError);
    expect(refusal).toMatchObject({ userMessage: expect.stringContaining('newer version') });
  });

  test('four processes that start at once on nothing agree on the tables', async () => {
    const place = await create();
    const all = await Promise.all([place.open(), place.open(), place.open(), place.open()]);
    expect(await all[0].store.accept(exampleRequest())).toBe('accepted');
    expect(await all[3].store.accept(exampleRequest())).toBe('duplicate');
    for (const { close } of all) await close();
  });
}
