// `npm run docs`: writes the documents that are rendered from the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { benchmarksPage } from '../../bench/page.ts';
import { readResults } from '../../bench/results.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { configTable } from './config-table.ts';
import { withMarkedPart } from './marked-part.ts';
import { rulesList } from './rules-list.ts';
import { rulesPage } from './rules-page.ts';

const place = (path: string) => new URL(`../../${path}`, import.meta.url);

writeFileSync(place('docs/rules.md'), rulesPage(RULES));
const readme = readFileSync(place('README.md'), 'utf8');
writeFileSync(
  place('README.md'),
  withMarkedPart(withMarkedPart(readme, 'rules', rulesList(RULES)), 'configuration', configTable()),
);
const benchmarks = readFileSync(place('docs/benchmarks.md'), 'utf8');
writeFileSync(place('docs/benchmarks.md'), benchmarksPage(benchmarks, readResults()));
