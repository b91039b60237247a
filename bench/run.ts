// `npm run bench`: measures the bot beside its peers and keeps the figures for docs/benchmarks.md.
// `--only NAME` (as often as needed) measures that alone; `--quick` looks whether all of it runs, and keeps nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MEASUREMENTS } from './measurements.ts';
import { benchmarksPage } from './page.ts';
import { keepResult, readResults } from './results.ts';
import { goalsTable, titledTable } from './table.ts';

const PAGE = new URL('../docs/benchmarks.md', import.meta.url);

const { quick, only } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
}).values;
const unknown = only?.find((name) => !(name in MEASUREMENTS));
if (unknown !== undefined) {
  console.error(`There is no measurement ${unknown}; there are ${Object.keys(MEASUREMENTS).join(', ')}.`);
  process.exit(2);
}

for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (only && !only.includes(name)) continue;
  const measured = await measure(quick);
  for (const part of [`## ${name}`, goalsTable(measured.goals), ...measured.tables.map(titledTable)])
    console.log(`\n${part}`);
  if (quick) continue;
  keepResult(name, measured);
  writeFileSync(PAGE, benchmarksPage(readFileSync(PAGE, 'utf8'), readResults()));
}
