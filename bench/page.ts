import { withMarkedPart } from '../scripts/docs/marked-part.ts';
import type { Result } from './results.ts';
import { goalsTable, titledTable } from './table.ts';

/**
 * `page` (docs/benchmarks.md) with the figures of `results` in its marked parts: all that has a limit at its top,
 * and under each measurement's name what that one saw. Throws for a result that the page has no place for.
 */
export function benchmarksPage(page: string, results: Readonly<Record<string, Result>>): string {
  const inOrder = Object.entries(results).toSorted(([a], [b]) => placeOf(page, a) - placeOf(page, b));
  const goals = goalsTable(inOrder.flatMap(([, result]) => result.goals));
  return inOrder.reduce(
    (written, [name, result]) => withMarkedPart(written, name, tablesOf(name, result)),
    withMarkedPart(page, 'goals', goals),
  );
}

const placeOf = (page: string, name: string): number => page.indexOf(`<!-- ${name}:`);

const tablesOf = (name: string, { on, machine, tables }: Result): string =>
  [`\`npm run bench -- --only ${name}\`, ${on}, ${machine}.`, ...tables.map(titledTable)].join('\n\n');
