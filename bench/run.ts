import { cpus } from 'node:os';
import { measureCheck } from './check-start.ts';
import { measureDigest } from './digest-cost.ts';
import { allDrafts, drafts } from './drafts.ts';
import { measureEvaluate } from './evaluate-speed.ts';
import { measureGrowth } from './growth.ts';
import { measureSlack } from './slack-load.ts';

// `--quick` looks whether it runs; its numbers say little.
const quick = process.argv.includes('--quick');
const texts = drafts();

console.log(`Node ${process.versions.node}, ${cpus().length} processors, everything over loopback.`);
measureEvaluate(texts, quick ? 2 : 15);
measureGrowth(texts, quick ? 2 : 15);
measureCheck(texts[0] ?? '', quick ? 2 : 15);
await measureSlack(texts, quick ? 1 : 7, quick ? 32 : 320);
await measureDigest(allDrafts(), quick ? 2 : 15, {
  measured: quick ? 2000 : 10_000,
  totals: quick ? [20_000] : [10_000, 100_000, 1_000_000],
});
