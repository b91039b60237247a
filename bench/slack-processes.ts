import { findPostgres, NO_POSTGRES, startPostgres } from '../tests/support/postgres.ts';
import { startApp } from './processes.ts';
import { type Load, startPeople } from './slack-people.ts';
import { median } from './statistics.ts';
import { digits, printTable } from './table.ts';

const PEOPLE = 64;
/** How long Slack takes for a call, in ms: not at all, and about as long as it does across the internet. */
const DELAYS_MS = [0, 50] as const;

/** What one process and two on the same Postgres answer. */
export interface ProcessesRow {
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

/**
 * How many commands a second one process answers, and two on the same Postgres, with 64 people at once. Prints
 * and returns the rows; none without Postgres.
 */
export async function measureProcesses(
  drafts: readonly string[],
  rounds: number,
  commands: number,
): Promise<readonly ProcessesRow[]> {
  const bin = findPostgres();
  if (bin === undefined) {
    console.log(`\nNo processes on one Postgres: ${NO_POSTGRES}.`);
    return [];
  }
  const server = await startPostgres(bin);
  try {
    const rows: ProcessesRow[] = [];
    for (const delayMs of DELAYS_MS)
      rows.push(await measureWith(delayMs, await server.createDatabase(), { drafts, rounds, commands }));
    print(rows, rounds, commands);
    return rows;
  } finally {
    await server.remove();
  }
}

async function measureWith(
  delayMs: number,
  databaseUrl: string,
  { drafts, rounds, commands }: { drafts: readonly string[]; rounds: number; commands: number },
): Promise<ProcessesRow> {
  const people = await startPeople(drafts, delayMs);
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

function print(rows: readonly ProcessesRow[], rounds: number, commands: number): void {
  printTable(
    `Commands answered a second on Postgres, ${PEOPLE} at once, medians of ${rounds} rounds of ${commands}`,
    ['a call of Slack ms', 'one process', 'two processes', 'gain', 'acknowledged', 'lost'],
    rows.map(({ delayMs, one, two, gain, acknowledged, lost }) => [
      String(delayMs),
      digits(one),
      digits(two),
      `${digits(gain)}×`,
      String(acknowledged),
      String(lost),
    ]),
  );
}
