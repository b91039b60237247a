import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';
import type { SqliteLog } from './sqlite-log.ts';

/**
 * Writes; resolves once what was written is on the disk. `work` does nothing but queries, and may be asked for a
 * second time after what the first did was undone.
 */
export interface Writer {
  /** One statement, which is a transaction by itself. */
  one<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** As `one`, for which nobody waits: it may be written with whatever comes a few ms later. */
  soon<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Several statements: all of them are kept, or none. */
  all<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
}

/** Of a database with connections enough: each writes for itself. */
export const createDirectWriter = (db: Kysely<Tables>): Writer => ({
  one: (work) => work(db),
  soon: (work) => work(db),
  all: (work) => db.transaction().execute(work),
});

/** A write for which nobody waits is held back for so long, in ms. No longer: a crash meanwhile would undo it. */
const SOON_MS = 5;

interface Member {
  write(trx: Transaction<Tables>): Promise<void>;
  readonly kept: () => void;
  readonly refused: (cause: unknown) => void;
}

/**
 * Of a database with one connection: what wants to be written at the same time, or while the disk is busy with the
 * last, is committed together, so that one flush of the disk serves many.
 */
export function createGroupWriter(
  db: Kysely<Tables>,
  log: Pick<SqliteLog, 'leaveUnflushed' | 'flushEach' | 'flush'>,
): Writer {
  let group: Member[] = [];
  let isWriting = false;
  let soon: NodeJS.Timeout | undefined;

  const commit = (members: readonly Member[]): Promise<void> =>
    db.connection().execute(async (connection) => {
      log.leaveUnflushed();
      const written = connection.transaction().execute(async (trx) => {
        for (const member of members) await member.write(trx);
      });
      await written.finally(log.flushEach);
    });

  /** Resolves to those that are written. */
  async function write(members: readonly Member[]): Promise<readonly Member[]> {
    try {
      await commit(members);
      return members;
    } catch (cause) {
      if (members.length === 1) members[0]?.refused(cause);
      if (members.length <= 1) return [];
      // One of them must not spoil it for the others.
      const written: Member[] = [];
      for (const member of members) written.push(...(await write([member])));
      return written;
    }
  }

  async function keep(members: readonly Member[]): Promise<void> {
    const written = await write(members);
    if (written.length === 0) return;
    try {
      await log.flush();
    } catch (cause) {
      for (const { refused } of written) refused(cause);
      return;
    }
    for (const { kept } of written) kept();
  }

  async function keepAll(): Promise<void> {
    while (group.length > 0) {
      const members = group;
      group = [];
      await keep(members);
    }
    isWriting = false;
  }

  function begin(): void {
    clearTimeout(soon);
    soon = undefined;
    if (isWriting) return;
    isWriting = true;
    // Whatever the network has brought by now joins in.
    setImmediate(() => void keepAll());
  }

  const join = <T>(work: (trx: Transaction<Tables>) => Promise<T>, then: () => void): Promise<T> =>
    new Promise((resolve, refused) => {
      let result: T;
      group.push({
        async write(trx) {
          result = await work(trx);
        },
        kept: () => resolve(result),
        refused,
      });
      then();
    });

  return {
    one: (work) => join(work, begin),
    all: (work) => join(work, begin),
    soon: (work) =>
      join(work, () => {
        soon ??= setTimeout(begin, SOON_MS);
      }),
  };
}
