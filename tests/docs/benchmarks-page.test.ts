import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MEASUREMENTS } from '../../bench/measurements.ts';
import { benchmarksPage } from '../../bench/page.ts';
import { readResults } from '../../bench/results.ts';

it('docs/benchmarks.md says what the last run of every measurement found (write it again with `npm run docs`)', () => {
  const page = readFileSync(new URL('../../docs/benchmarks.md', import.meta.url), 'utf8');
  const results = readResults();
  expect(Object.keys(results).sort()).toEqual(Object.keys(MEASUREMENTS).sort());
  expect(page).toBe(benchmarksPage(page, results));
});
