import Sqlite from 'better-sqlite3';
import pg from 'pg';

/** Statements that requests and jobs make; whatever else a queue does now and then is not counted. */
const OURS = /reviews|channel_settings|"jobs"|job_common|model_switches/;
/** Looks for other work than reviews, and at how much is left of it. */
const OTHERS = /'digest|given-up'|count\(\*\) as "count" from "jobs"/;

export interface CountedStatements {
  /** Statements since the last call, and how many of them ended a transaction. Reads and writes count alike. */
  taken(): { readonly statements: number; readonly commits: number };
  stop(): void;
}

/** Counts what this process asks of any SQLite or Postgres from now on. */
export function countStatements(): CountedStatements {
  let texts: string[] = [];
  const { prepare } = Sqlite.prototype;
  const { query } = pg.Client.prototype;

  Sqlite.prototype.prepare = function (this: Sqlite.Database, text: string) {
    const statement = prepare.call(this, text) as Sqlite.Statement;
    const counted =
      <Args extends unknown[], Result>(run: (...args: Args) => Result) =>
      (...args: Args): Result => {
        texts.push(text);
        return run.apply(statement, args);
      };
    // Kysely uses nothing else of it.
    return { reader: statement.reader, all: counted(statement.all), run: counted(statement.run) };
  } as unknown as typeof prepare;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args;
    texts.push(typeof asked === 'string' ? asked : String((asked as { text?: unknown }).text));
    return (query as (...args: unknown[]) => unknown).apply(this, args);
  } as typeof query;

  return {
    taken() {
      const all = texts;
      texts = [];
      const isEnd = (text: string): boolean => text === 'commit';
      const ours = all.filter((text) => OURS.test(text) && !OTHERS.test(text));
      const transactions = all.filter((text) => text === 'begin' || isEnd(text));
      return { statements: ours.length + transactions.length, commits: all.filter(isEnd).length };
    },
    stop() {
      Sqlite.prototype.prepare = prepare;
      pg.Client.prototype.query = query;
    },
  };
}
