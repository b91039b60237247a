import { withMarkedPart } from '../scripts/docs/marked-part.ts';
import type { Result } from './results.ts';
import { goalsTable, titledTable } from './table.ts';

/**
 * `page` (docs/benchmarks.md) with the figures of `results` in its marked parts: all that has a limit at its top,
 * and under each measurement's name what that one saw. Throws for a result that the page has no place for.
 */
export const benchmarksPage = (page: string, results: Readonly<Record<string, Result>>): string =>
  Object.entries(results).reduce(
    (written, [name, result]) => withMarkedPart(written, name, tablesOf(name, result)),
    withMarkedPart(page, 'goals', goalsTable(Object.values(results).flatMap(({ goals }) => goals))),
  );

const tablesOf = (name: string, { on, machine, tables }: Result): string =>
  [`\`npm run bench -- --only ${name}\`, ${on}, ${machine}.`, ...tables.map(titledTable)].join('\n\n');
