import { findPostgres, NO_POSTGRES, startPostgres } from '../../tests/support/postgres.ts';
import { shareWork } from './share-work.ts';

// How many reviews a second one, two and four processes answer from one Postgres, and what happens when one of
// them is killed: node scripts/crash/share.ts [reviews]

const jobs = Number(process.argv[2] ?? 1000);
const bin = findPostgres();
if (bin === undefined) throw new Error(NO_POSTGRES);
const server = await startPostgres(bin);
process.stdout.write('| processes | one is killed | reviews a second | posts at once | lost | repeated |\n');
process.stdout.write('| --- | --- | --- | --- | --- | --- |\n');
for (const [processes, killOne] of [
  [1, false],
  [2, false],
  [4, false],
  [2, true],
  [4, true],
] as const) {
  const found = await shareWork({ databaseUrl: await server.createDatabase(), jobs, processes, killOne });
  const { perSecond, mostInFlight, lost, repeated } = found;
  const cells = [
    processes,
    killOne ? 'yes' : 'no',
    perSecond.toFixed(0),
    mostInFlight,
    lost.length,
    repeated,
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
await server.remove();
