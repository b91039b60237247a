// `npm run docs`: writes the documents that are rendered from the code.
import { writeFileSync } from 'node:fs';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { rulesPage } from './rules-page.ts';

writeFileSync(new URL('../../docs/rules.md', import.meta.url), rulesPage(RULES));
