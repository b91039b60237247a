import { drafts } from './drafts.ts';
import type { Goal, Measured, Table } from './measurement.ts';
import { postgresIfThere } from './postgres-if-there.ts';
import { type App, startApp } from './processes.ts';
import { type Load, type People, startPeople } from './slack-people.ts';
import { median } from './statistics.ts';
import { digits } from './table.ts';

const CONCURRENCIES = [1, 16, 64] as const;
const MEASURES = ['ackP50', 'ackP99', 'replyP50', 'replyP99'] as const;
const BARE = 'bare Bolt';

interface Sizes {
  readonly rounds: number;
  /** Of one round. */
  readonly commands: number;
}

/** One app at one concurrency; times are medians of the rounds, in ms. */
type Row = Readonly<Record<(typeof MEASURES)[number], number>> & {
  readonly app: string;
  readonly people: number;
  /** Medians of each round's time beside the bare app's in the same round. */
  readonly besideBare: Readonly<Record<(typeof MEASURES)[number], number>>;
};

/**
 * What an acknowledgement and a reply take with so many people at once: for the bare app, and for the bot on
 * SQLite and on Postgres.
 */
export async function measureSlack(quick: boolean): Promise<Measured> {
  const sizes = quick ? { rounds: 1, commands: 64 } : { rounds: 7, commands: 320 };
  const people = await startPeople(drafts());
  const server = await postgresIfThere();
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
    for (const { url } of apps.values()) await people.load([url], 16, 2 * sizes.commands);
    const rows: Row[] = [];
    for (const concurrency of CONCURRENCIES)
      rows.push(...(await measureAt(concurrency, apps, people, sizes)));
    return { goals: rows.filter(({ app }) => app !== BARE).flatMap(goalsOf), tables: [tableOf(rows, sizes)] };
  } finally {
    await Promise.all([...apps.values()].map((app) => app.stop()));
    people.stop();
    await server?.remove();
  }
}

function goalsOf({ app, people, ackP99, replyP99, besideBare }: Row): Goal[] {
  const goals: Goal[] = [
    {
      what: `slash command acknowledged by ${app}, ${people} at once, p50, beside bare Bolt`,
      measured: besideBare.ackP50,
      unit: '×',
      needed: { atMost: 3 },
      aim: { atMost: 2 },
    },
  ];
  if (people === 64)
    goals.push({
      what: `slash command acknowledged by ${app}, ${people} at once, p99`,
      measured: ackP99,
      unit: 'ms',
      needed: { atMost: 300 },
    });
  if (people === 16)
    goals.push({
      what: `command to reply in the thread by ${app}, ${people} at once, p99`,
      measured: replyP99,
      unit: 'ms',
      needed: { atMost: 1000 },
      aim: { atMost: 300 },
    });
  return goals;
}

async function measureAt(
  concurrency: number,
  apps: ReadonlyMap<string, App>,
  people: People,
  { rounds, commands }: Sizes,
): Promise<readonly Row[]> {
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

const tableOf = (rows: readonly Row[], { rounds, commands }: Sizes): Table => ({
  title: `Slash command, medians of ${rounds} rounds of ${commands} commands: beside bare Bolt, and in brackets ms`,
  head: ['app', 'at once', 'ack p50', 'ack p99', 'reply p50', 'reply p99'],
  rows: rows.map((row) => [
    row.app,
    String(row.people),
    ...MEASURES.map((name) => `${digits(row.besideBare[name])} × (${digits(row[name])})`),
  ]),
});
