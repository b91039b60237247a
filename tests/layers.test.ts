import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** What each part of src may import, by the first folder or the file at its root. */
const MAY: Record<string, readonly string[]> = {
  evaluator: ['evaluator', 'errors.ts'],
  reviews: ['reviews', 'evaluator', 'errors.ts'],
  adapters: ['adapters', 'reviews', 'evaluator', 'errors.ts'],
  slack: ['slack', 'reviews', 'evaluator', 'errors.ts'],
  cli: ['cli', 'evaluator', 'errors.ts'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/from '(\.{1,2}\/[^']+\.ts)'/g)].map((match) =>
    relative(SRC, join(SRC, dirname(file), match[1] ?? '')),
  );
const partOf = (path: string): string => path.split('/')[0] ?? '';

describe('imports point down', () => {
  for (const [part, allowed] of Object.entries(MAY)) {
    it(`${part} imports ${allowed.join(', ')} only`, () => {
      const own = files.filter((file) => partOf(file) === part);
      const strays = own.flatMap((file) =>
        importsOf(file)
          .filter((target) => !allowed.includes(partOf(target)))
          .map((target) => `${file} → ${target}`),
      );
      expect(own.length).toBeGreaterThan(0);
      expect(strays).toEqual([]);
    });
  }

  it('nobody but the entry imports the sandbox', () => {
    const strays = files.filter(
      (file) =>
        file !== 'main.ts' &&
        partOf(file) !== 'sandbox' &&
        importsOf(file).some((target) => partOf(target) === 'sandbox'),
    );
    expect(strays).toEqual([]);
  });
});
