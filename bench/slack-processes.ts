import { drafts } from './drafts.ts';
import type { Goal, Measured, Table } from './measurement.ts';
import { postgresIfThere } from './postgres-if-there.ts';
import { startApp } from './processes.ts';
import { type Load, startPeople } from './slack-people.ts';
import { median } from './statistics.ts';
import { digits } from './table.ts';

const PEOPLE = 64;
/** How long Slack takes for a call, in ms: not at all, and about as long as it does across the internet. */
const DELAYS_MS = [0, 50] as const;

interface Sizes {
  readonly rounds: number;
  /** Of one round. */
  readonly commands: number;
}

/** What one process and two on the same Postgres answer. */
interface Row {
  /** How long each call of the Web API takes, in ms. */
  readonly delayMs: number;
  /** Commands answered a second, medians of the rounds. */
  readonly one: number;
  readonly two: number;
  /** Median of each round's two beside its one. */
  readonly gain: number;
  readonly acknowledged: number;
  /** Acknowledged by one or two processes, and never answered. */
  readonly lost: number;
}

/** How many commands a second one process answers, and two on the same Postgres, with 64 people at once. */
export async function measureProcesses(quick: boolean): Promise<Measured> {
  const sizes = quick ? { rounds: 1, commands: 128 } : { rounds: 5, commands: 960 };
  const server = await postgresIfThere();
  if (server === undefined) return { goals: [], tables: [] };
  try {
    const rows: Row[] = [];
    for (const delayMs of DELAYS_MS)
      rows.push(await measureWith(delayMs, await server.createDatabase(), sizes));
    return { goals: rows.flatMap(goalsOf), tables: [tableOf(rows, sizes)] };
  } finally {
    await server.remove();
  }
}

const goalsOf = ({ delayMs, gain, lost }: Row): Goal[] => [
  {
    what: `commands a second, two processes beside one, a call of Slack taking ${delayMs} ms`,
    measured: gain,
    unit: '×',
    aim: { atLeast: 1.6 },
  },
  {
    what: `acknowledged by one or two processes and lost, a call of Slack taking ${delayMs} ms`,
    measured: lost,
    unit: '',
    needed: { atMost: 0 },
  },
];

async function measureWith(delayMs: number, databaseUrl: string, { rounds, commands }: Sizes): Promise<Row> {
  const people = await startPeople(drafts(), delayMs);
  const { slackApiUrl } = people;
  const start = () => startApp({ which: 'bot', slackApiUrl, databaseUrl });
  const ones: Load[] = [];
  const twos: Load[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      // Every process takes jobs, so the second one is there only while it counts.
      const first = await start();
      await people.load([first.url], PEOPLE, commands);
      ones.push(await people.load([first.url], PEOPLE, commands));
      const second = await start();
      await people.load([second.url], PEOPLE, commands);
      twos.push(await people.load([first.url, second.url], PEOPLE, commands));
      await Promise.all([first.stop(), second.stop()]);
    }
  } finally {
    people.stop();
  }
  const loads = [...ones, ...twos];
  return {
    delayMs,
    one: median(ones.map(({ perSecond }) => perSecond)),
    two: median(twos.map(({ perSecond }) => perSecond)),
    gain: median(twos.map(({ perSecond }, round) => perSecond / (ones[round]?.perSecond ?? Number.NaN))),
    acknowledged: loads.reduce((sum, load) => sum + load.acknowledged, 0),
    lost: loads.reduce((sum, load) => sum + load.lost, 0),
  };
}

const tableOf = (rows: readonly Row[], { rounds, commands }: Sizes): Table => ({
  title: `Commands answered a second on Postgres, ${PEOPLE} at once, medians of ${rounds} rounds of ${commands}`,
  head: ['a call of Slack ms', 'two beside one', 'one process', 'two processes', 'acknowledged', 'lost'],
  rows: rows.map(({ delayMs, one, two, gain, acknowledged, lost }) => [
    ...[String(delayMs), `${digits(gain)} ×`, digits(one), digits(two)],
    ...[String(acknowledged), String(lost)],
  ]),
});
