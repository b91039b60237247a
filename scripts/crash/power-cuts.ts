import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../../src/adapters/open-store.ts';
import { ask, TEAM } from './ask.ts';
import { startBot } from './start-bot.ts';
import { startStub } from './start-stub.ts';

export interface PowerCutOptions {
  readonly dataDir: string;
  readonly cuts: number;
  /** Copies the data as they stand on the disk; resolves to the folder of the copy. The bot stands still. */
  readonly copy: () => Promise<string>;
}

export interface PowerCutResult {
  readonly acknowledged: number;
  /** Reviews that were acknowledged before a copy began: in it they are unknown, or nobody works them off. */
  readonly lost: readonly string[];
  /** Reviews that waited in the copies and were worked off. */
  readonly workedOff: number;
}

const PEOPLE = 6;
/** The longest pause between two commands of a person, and between two cuts, in ms. */
const PAUSE_MS = 120;

/** While people send commands, copies the data at random moments, then looks what each copy still knows. */
export async function powerCuts({ dataDir, cuts, copy }: PowerCutOptions): Promise<PowerCutResult> {
  const stub = await startStub();
  const bot = await startBot({ slackApiUrl: stub.slackApiUrl, mode: 'http', dataDir });
  const acknowledged: string[] = [];
  let isOver = false;
  const { signal } = new AbortController();
  const person = async (): Promise<void> => {
    while (!isOver) {
      const asked = await ask({ mode: 'http', bot, stub, givenUp: signal });
      if (asked.acknowledged) acknowledged.push(asked.id);
      await delay(Math.random() * PAUSE_MS);
    }
  };
  const people = Array.from({ length: PEOPLE }, person);
  const copies: { readonly folder: string; readonly before: readonly string[] }[] = [];
  while (acknowledged.length < PEOPLE) await delay(20);
  for (let cut = 0; cut < cuts; cut += 1) {
    await delay(Math.random() * PAUSE_MS);
    const before = [...acknowledged];
    bot.signal('SIGSTOP');
    try {
      copies.push({ folder: await copy(), before });
    } finally {
      bot.signal('SIGCONT');
    }
  }
  isOver = true;
  await Promise.all(people);
  await bot.end();
  await stub.stop();

  const lost: string[] = [];
  let workedOff = 0;
  for (const { folder, before } of copies) {
    const found = await readCopy(folder, before);
    lost.push(...found.lost);
    workedOff += found.workedOff;
  }
  return { acknowledged: acknowledged.length, lost, workedOff };
}

/** Starts on a copy as after a power cut. */
async function readCopy(dataDir: string, ids: readonly string[]) {
  const hashKey = new Uint8Array(randomBytes(32));
  const onError = (error: unknown): void => void process.stderr.write(`${error}\n`);
  const { store, jobs, close } = await openStore({ databaseUrl: undefined, dataDir, hashKey, onError });
  const worked = new Set<string>();
  await jobs.start(
    async (request) => {
      worked.add(request.id);
      await store.finish(request, undefined);
    },
    async () => undefined,
  );
  while ((await jobs.depth()) > 0) await delay(10);
  const lost: string[] = [];
  const workspace = { teamId: TEAM.id, enterpriseId: undefined };
  for (const id of ids) if (!(await store.progress({ ...workspace, id }))?.done) lost.push(id);
  await jobs.stop(1000);
  await close();
  return { lost, workedOff: worked.size };
}
