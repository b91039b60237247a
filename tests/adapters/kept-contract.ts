import { describe, expect, test, vi } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { KEPT_TABLES } from '../../src/adapters/storage/kept-tables.ts';
import { fill } from './erasure-contract.ts';
import { exampleRequest, exampleRequests, HASH_KEY, KEYS } from './example-request.ts';
import { EXAMPLE } from './installations-contract.ts';
import { never, PATIENT, SOON } from './place.ts';

export interface Database {
  readonly address: { readonly databaseUrl: string | undefined; readonly dataDir: string };
  /** Every table of ours and of the queue, with its columns. */
  tables(): Promise<{ readonly name: string; readonly columns: readonly string[] }[]>;
  /** Every row of every one of them, as one text each. */
  rows(): Promise<string[]>;
}

/** Tables that no queue and no migration brings along by itself. */
const isOurs = ({ name }: { readonly name: string }) => !/^(?:kysely_|sqlite_|pgboss\.)/.test(name);

const WORKSPACE = /^(?:workspace|team_id|enterprise_id|team|enterprise)$/;
const PERSON = /person|user|owner|member|author|^(?!.*_at$).*_by$/;

/** What is kept, and what is left when a workspace or a person is forgotten, by looking at all of it. */
export function keptContract(create: () => Promise<Database>): void {
  const errors: unknown[] = [];
  const at = new Date(new Date(EXAMPLE.installedAt).getTime() + 60_000);
  const openOn = ({ address }: Database, policy = PATIENT) =>
    openStore({
      ...{ ...address, hashKey: HASH_KEY, encryptionKeys: [KEYS[0]], policy },
      onError: (error) => errors.push(error),
    });

  test('the list of tables names each table, whose it is and who stands in it', async () => {
    const database = await create();
    await (await openOn(database)).close();
    const tables = (await database.tables()).filter(isOurs);
    expect(tables.length).toBeGreaterThan(4);
    const listed = Object.keys(KEPT_TABLES).filter(
      (name) => name !== 'jobs' || database.address.databaseUrl === undefined,
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(listed.toSorted());
    for (const { name, columns } of tables) {
      const kept = KEPT_TABLES[name as keyof typeof KEPT_TABLES];
      const [workspace, person] = [WORKSPACE, PERSON].map((pattern) =>
        columns.filter((column) => pattern.test(column)),
      );
      expect([name, workspace]).toEqual([name, kept === 'nobody' ? [] : kept.workspace]);
      expect([name, person]).toEqual([name, kept === 'nobody' || !kept.person ? [] : [kept.person.column]]);
    }
  });

  describe('when a workspace departs', () => {
    test('no row of any table is left of it, waiting and failed jobs included', async () => {
      const database = await create();
      const keeping = await openOn(database, { ...PATIENT, tries: 1 });
      await fill(keeping);
      const canary = 'a draft that nobody may find';
      await keeping.store.accept(exampleRequest({ id: 'tried', draft: canary }));
      // Some have failed by then, their end as well, and wait for another.
      let ended = 0;
      await keeping.jobs.start(
        async () => {
          throw new Error('Slack is down');
        },
        async ({ draft }) => {
          if (draft === canary) ended += 1;
          throw new Error('the database was down');
        },
      );
      await vi.waitFor(() => expect(ended).toBeGreaterThan(0), SOON);
      await keeping.jobs.stop(1_000);
      const before = await database.rows();
      expect(before.filter((row) => row.includes(canary))).not.toEqual([]);
      const isTheirs = (row: string) => /T0001/.test(row);
      expect(before.filter(isTheirs).length).toBeGreaterThan(5);

      await keeping.erasure.depart({ teamId: 'T0001', enterpriseId: undefined }, at);
      await keeping.erasure.sweep();

      const after = await database.rows();
      expect(after.filter(isTheirs)).toEqual([]);
      expect(after.filter((row) => row.includes(canary))).toEqual([]);
      for (const other of ['T0002', 'T0003', 'E0001']) {
        const of = (rows: string[]) => rows.filter((row) => row.includes(other) && !isTheirs(row)).length;
        expect([other, of(after)]).toEqual([other, of(before)]);
      }
      await keeping.close();
      errors.splice(0);
    });

    test('a job of it that runs at that moment comes to its end, and nothing of it comes back', async () => {
      const database = await create();
      const { store, jobs, erasure, close } = await openOn(database);
      const gate = Promise.withResolvers<void>();
      let running = false;
      await jobs.start(async () => {
        running = true;
        await gate.promise;
        throw new Error('invalid_auth');
      }, never);
      await store.accept(exampleRequest());
      await vi.waitFor(() => expect(running).toBe(true), SOON);
      await erasure.depart({ teamId: 'T0001', enterpriseId: undefined }, at);
      await erasure.sweep();
      gate.resolve();
      await jobs.stop(5_000);
      expect(await jobs.depth()).toBe(0);
      expect((await database.rows()).filter((row) => /T0001|parcel/.test(row))).toEqual([]);
      await close();
      expect(errors.splice(0)).toEqual([]);
    });

    test('more rows than one statement takes go as well, and a start that follows a cut finishes it', async () => {
      const database = await create();
      const first = await openOn(database);
      for (const request of exampleRequests(520)) await first.store.accept(request);
      await first.erasure.depart({ teamId: 'T0001', enterpriseId: undefined }, at);
      await first.close();
      const second = await openOn(database);
      expect((await database.rows()).filter((row) => row.includes('T0001')).length).toBeGreaterThan(1_000);
      await second.erasure.sweep();
      expect((await database.rows()).filter((row) => row.includes('T0001'))).toEqual([]);
      await second.close();
    });
  });

  test('when a person is forgotten, no row holds their draft or their id', async () => {
    const database = await create();
    const keeping = await openOn(database);
    const { store, settings, erasure, close } = keeping;
    await fill(keeping);
    const draft = 'a draft that nobody may find';
    await store.accept(exampleRequest({ id: 'theirs', userId: 'U0CANARY', draft }));
    const { changed, version } = await settings.read({
      teamId: 'T0001',
      enterpriseId: undefined,
      channelId: 'C0001',
    });
    expect(changed?.by).toBe('U0002');
    const place = { teamId: 'T0001', enterpriseId: undefined, channelId: 'C0001' };
    await settings.reset(place, 'U0CANARY', version);
    const count = async (pattern: RegExp) =>
      (await database.rows()).filter((row) => pattern.test(row)).length;
    expect(await count(/U0CANARY|nobody may find/)).toBe(2);
    const others = await count(/U0001|U0002/);

    const person = { teamId: 'T0001', enterpriseId: undefined, userId: 'U0CANARY' };
    expect(await erasure.forgetPerson(person)).toEqual({ checks: 1, waiting: 1, names: 1 });
    expect(await count(/U0CANARY|nobody may find/)).toBe(0);
    expect(await count(/U0001|U0002/)).toBe(others);
    await close();
  });
}
