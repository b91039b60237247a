import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPostgres, NO_POSTGRES, startPostgres } from '../../tests/support/postgres.ts';
import { crashLoop } from './crash-loop.ts';

// Kills the bot many times and counts what was lost and what was posted twice:
//   node scripts/crash/run.ts --store sqlite,postgres --mode http,socket --kills 100 [--honour] [--history]

/** `--honour`: Slack takes the same client_msg_id for the same message; `--history`: the bot may look. */
const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'sqlite,postgres' },
    mode: { type: 'string', default: 'http,socket' },
    kills: { type: 'string', default: '100' },
    honour: { type: 'boolean', default: false },
    history: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);

const say = (cells: readonly (string | number)[]): void =>
  void process.stdout.write(`| ${cells.join(' | ')} |\n`);

say(['store', 'mode', 'Slack knows repeats', 'kills', 'sent', 'acknowledged', 'lost', 'repeated', 'minutes']);
say(Array.from({ length: 9 }, () => '---'));
for (const store of values.store.split(',')) {
  for (const mode of ['http', 'socket'] as const) {
    if (!values.mode.split(',').includes(mode)) continue;
    const dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
    const bin = findPostgres();
    if (store === 'postgres' && bin === undefined) throw new Error(NO_POSTGRES);
    const server = store === 'postgres' ? await startPostgres(bin ?? '') : undefined;
    const begun = Date.now();
    const databaseUrl = await server?.createDatabase();
    const found = await crashLoop({
      mode,
      dataDir,
      databaseUrl,
      kills,
      honour: values.honour,
      history: values.history,
    });
    const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
    say([
      store,
      mode,
      values.honour ? 'by client_msg_id' : values.history ? 'history scope' : 'no',
      kills,
      found.sent,
      found.acknowledged,
      found.lost.length,
      found.repeated,
      minutes,
    ]);
    await server?.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
