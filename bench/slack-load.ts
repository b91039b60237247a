import { findPostgres, NO_POSTGRES, startPostgres } from '../tests/support/postgres.ts';
import { type App, startApp } from './processes.ts';
import { type Load, type People, startPeople } from './slack-people.ts';
import { median } from './statistics.ts';
import { digits, printTable } from './table.ts';

const CONCURRENCIES = [1, 16, 64] as const;
const MEASURES = ['ackP50', 'ackP99', 'replyP50', 'replyP99'] as const;
const BARE = 'bare Bolt';

/** One app at one concurrency; times are medians of the rounds, in ms. */
export type SlackRow = Readonly<Record<(typeof MEASURES)[number], number>> & {
  readonly app: string;
  readonly people: number;
  /** Medians of each round's time beside the bare app's in the same round. */
  readonly besideBare: Readonly<Record<(typeof MEASURES)[number], number>>;
};

/**
 * What an acknowledgement and a reply take with so many people at once: for the bare app, and for the bot on
 * SQLite and on Postgres. Prints and returns the rows.
 */
export async function measureSlack(
  drafts: readonly string[],
  rounds: number,
  commands: number,
): Promise<readonly SlackRow[]> {
  const people = await startPeople(drafts);
  const bin = findPostgres();
  if (bin === undefined) console.log(`\nNo slash command on Postgres: ${NO_POSTGRES}.`);
  const server = bin === undefined ? undefined : await startPostgres(bin);
  const { slackApiUrl } = people;
  const apps = new Map<string, App>([
    [BARE, await startApp({ which: 'bare', slackApiUrl })],
    ['the bot on SQLite', await startApp({ which: 'bot', slackApiUrl })],
  ]);
  if (server !== undefined) {
    const databaseUrl = await server.createDatabase();
    apps.set('the bot on Postgres', await startApp({ which: 'bot', slackApiUrl, databaseUrl }));
  }
  try {
    // Twice as many as any of them needs to run at its usual speed.
    for (const { url } of apps.values()) await people.load([url], 16, 2 * commands);
    const rows: SlackRow[] = [];
    for (const concurrency of CONCURRENCIES)
      rows.push(...(await measureAt(concurrency, apps, people, { rounds, commands })));
    print(rows, rounds, commands);
    return rows;
  } finally {
    await Promise.all([...apps.values()].map((app) => app.stop()));
    people.stop();
    await server?.remove();
  }
}

async function measureAt(
  concurrency: number,
  apps: ReadonlyMap<string, App>,
  people: People,
  { rounds, commands }: { readonly rounds: number; readonly commands: number },
): Promise<readonly SlackRow[]> {
  const seen = new Map([...apps.keys()].map((name): [string, Load[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    // Turn about, so that whatever else the machine does falls on all of them.
    const inTurn = round % 2 === 0 ? [...apps] : [...apps].reverse();
    for (const [name, { url }] of inTurn) {
      const load = await people.load([url], concurrency, commands);
      if (load.lost > 0) throw new Error(`${load.lost} commands to ${name} were never answered`);
      seen.get(name)?.push(load);
    }
  }
  const bare = seen.get(BARE) ?? [];
  return [...seen].map(([app, loads]) => ({
    app,
    people: concurrency,
    ...each((name) => median(loads.map((load) => load[name]))),
    besideBare: each((name) =>
      median(loads.map((load, round) => load[name] / (bare[round]?.[name] ?? Number.NaN))),
    ),
  }));
}

const each = (value: (name: (typeof MEASURES)[number]) => number) =>
  Object.fromEntries(MEASURES.map((name) => [name, value(name)])) as Readonly<
    Record<(typeof MEASURES)[number], number>
  >;

function print(rows: readonly SlackRow[], rounds: number, commands: number): void {
  const heads = ['ack p50', 'ack p99', 'reply p50', 'reply p99'];
  printTable(
    `Slash command, medians of ${rounds} rounds of ${commands} commands; in brackets beside bare Bolt`,
    ['app', 'at once', ...heads.map((head) => `${head} ms`)],
    rows.map((row) => [
      row.app,
      String(row.people),
      ...MEASURES.map((name) => {
        const time = digits(row[name]);
        return row.app === BARE ? time : `${time} (${digits(row.besideBare[name])}×)`;
      }),
    ]),
  );
}
