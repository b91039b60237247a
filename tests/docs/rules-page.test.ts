import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulesPage } from '../../scripts/docs/rules-page.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';

it('docs/rules.md says what the rules say (write it again with `npm run docs`)', () => {
  const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(page).toBe(rulesPage(RULES));
});
