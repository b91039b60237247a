import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCheck } from './check-start.ts';
import { measureDigest } from './digest-cost.ts';
import { allDrafts, drafts } from './drafts.ts';
import { measureEvaluate } from './evaluate-speed.ts';
import { measureGrowth } from './growth.ts';
import { measureSlack } from './slack-load.ts';
import { measureProcesses } from './slack-processes.ts';

// `--quick` looks whether it runs; its numbers say little. `--only slack,digest` runs these and no others.
const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const { quick } = asked;
const texts = drafts();

const MEASUREMENTS: Readonly<Record<string, () => unknown>> = {
  evaluate: () => measureEvaluate(texts, quick ? 2 : 15),
  growth: () => measureGrowth(texts, quick ? 2 : 15),
  check: () => measureCheck(texts[0] ?? '', quick ? 2 : 15),
  slack: () => measureSlack(texts, quick ? 1 : 7, quick ? 64 : 320),
  processes: () => measureProcesses(texts, quick ? 1 : 5, quick ? 128 : 960),
  digest: () =>
    measureDigest(allDrafts(), quick ? 2 : 15, {
      measured: quick ? 2000 : 10_000,
      totals: quick ? [20_000] : [10_000, 100_000, 1_000_000],
    }),
};

const chosen = asked.only?.split(',') ?? Object.keys(MEASUREMENTS);
const unknown = chosen.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}, only ${Object.keys(MEASUREMENTS).join(', ')}.`);
  process.exit(2);
}
console.log(`Node ${process.versions.node}, ${cpus().length} processors, everything over loopback.`);
for (const name of chosen) await MEASUREMENTS[name]?.();
