import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface May {
  /** Parts of src, by folder or by file. */
  readonly parts: readonly string[];
  /** Packages, and `node:` for what comes with Node. Without a word here: none. */
  readonly packages?: readonly string[];
  /** Parts and packages of which only the types may be used. */
  readonly types?: readonly string[];
}

/** What each part of src may import besides itself. The longest name that fits a file is its part. */
const TABLE: Readonly<Record<string, May>> = {
  'errors.ts': { parts: [] },
  'preload.js': { parts: [], packages: ['node:'] },
  'config-error.ts': { parts: ['errors.ts'] },
  'config.ts': { parts: ['config-error.ts'], packages: ['zod'] },
  evaluator: { parts: ['evaluator/classifier/shipped-model.ts', 'errors.ts'], packages: ['zod'] },
  // The one file of the evaluator that looks outside: it reads the model.
  'evaluator/classifier/shipped-model.ts': { parts: ['evaluator'], packages: ['node:'] },
  reviews: { parts: ['evaluator', 'errors.ts'], packages: ['zod', 'node:', 'temporal-polyfill'] },
  'reviews/digests/words': { parts: ['evaluator'], types: ['reviews/digests/figures.ts'] },
  'telemetry/observer.ts': { parts: [] },
  'telemetry/log-context.ts': { parts: [], packages: ['node:'] },
  telemetry: {
    parts: ['telemetry/observer.ts', 'telemetry/log-context.ts'],
    packages: ['node:', 'pino', 'prom-client', '@slack/web-api'],
    types: ['reviews/ports.ts', '@slack/bolt'],
  },
  adapters: {
    parts: ['reviews', 'evaluator', 'errors.ts'],
    packages: ['zod', 'node:', 'kysely', 'kysely/migration', 'better-sqlite3', 'pg', 'pg-boss'],
  },
  // `ai` and its providers are here and nowhere else.
  'adapters/engines/llm': {
    parts: ['evaluator', 'errors.ts'],
    packages: ['zod', 'node:', 'ai', '@ai-sdk/openai-compatible', '@ai-sdk/openai', '@ai-sdk/anthropic'],
  },
  'adapters/open-for-reading.ts': { parts: ['adapters', 'reviews'] },
  'adapters/look-at-store.ts': { parts: ['adapters'], packages: ['kysely'] },
  'slack/ids.ts': { parts: [] },
  'slack/number-digits.ts': { parts: [] },
  'slack/oauth/scopes.ts': { parts: [] },
  'slack/review-state.ts': {
    parts: ['slack/ids.ts', 'slack/number-digits.ts', 'evaluator'],
    packages: ['zod', 'node:'],
  },
  'slack/views': {
    parts: ['slack/ids.ts', 'slack/review-state.ts', 'reviews/digests/words', 'evaluator'],
    packages: ['diff'],
    types: [
      '@slack/types',
      'reviews/ports.ts',
      'reviews/channel-settings.ts',
      'reviews/digests/figures.ts',
      'reviews/digests/ports.ts',
      'reviews/digests/schedule.ts',
      'reviews/erasure.ts',
    ],
  },
  slack: {
    parts: [
      ...[
        'slack/ids.ts',
        'slack/oauth/scopes.ts',
        'slack/review-state.ts',
        'slack/views',
        'reviews',
        'evaluator',
        'errors.ts',
      ],
      'telemetry/log-context.ts',
      'telemetry/observer.ts',
    ],
    packages: ['zod', 'node:', '@slack/bolt', '@slack/web-api', 'fastest-levenshtein'],
    types: ['@slack/types'],
  },
  sandbox: {
    parts: ['slack/ids.ts', 'slack', 'adapters', 'reviews', 'evaluator', 'errors.ts'],
    packages: [
      'zod',
      'node:',
      'yaml',
      '@slack/web-api',
      'emulate',
      'react',
      'react-dom/server',
      'slack-blocks-to-jsx',
    ],
  },
  cli: { parts: ['evaluator', 'errors.ts', 'config-error.ts'], packages: ['zod', 'node:'] },
  'cli/digest': { parts: ['cli', 'reviews', 'reviews/digests/words', 'evaluator'] },
  'cli/digest.ts': {
    parts: ['cli', 'cli/digest', 'adapters/open-for-reading.ts', 'reviews', 'evaluator', 'config.ts'],
    packages: ['dotenv'],
  },
  'cli/doctor': {
    parts: [
      'cli',
      'adapters/look-at-store.ts',
      'slack/oauth/scopes.ts',
      'config.ts',
      'config-error.ts',
      'errors.ts',
    ],
    packages: ['zod', 'node:'],
  },
  'cli/doctor.ts': { parts: ['cli', 'cli/doctor', 'config.ts', 'config-error.ts'], packages: ['dotenv'] },
  'cli/data-dir.ts': { parts: ['cli', 'config.ts'], packages: ['dotenv'] },
  'cli/backup.ts': { parts: ['cli', 'cli/data-dir.ts', 'adapters'], packages: ['node:'] },
  'cli/restore.ts': { parts: ['cli', 'cli/data-dir.ts', 'adapters'], packages: ['node:'] },
};

/** Files of the entry, which knows every part. */
const ENTRY = [
  'main.ts',
  'last-words.ts',
  'minutely.ts',
  'drain.ts',
  'observe-store.ts',
  'open-other-reader.ts',
  'health-routes.ts',
  'start-error.ts',
  'stop-on-signal.ts',
];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.(?:ts|tsx|js)$/.test(file) && !file.startsWith('sandbox/page/'));

const within = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);
const partOf = (file: string): string | undefined =>
  [...Object.keys(TABLE), ...ENTRY]
    .filter((part) => within(file, part))
    .sort((a, b) => b.length - a.length)[0];

interface Import {
  readonly target: string;
  readonly isRelative: boolean;
  readonly typesOnly: boolean;
}

const STATIC = /^(?:import|export)(\s+type)?\s[^;'"=(]*?\bfrom\s*['"]([^'"]+)['"]/gm;
/** `import('x')`, and `import 'x'` for what it does. */
const OTHER = /\bimport(?:\(|\s)\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): Import[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  const found = [
    ...[...source.matchAll(STATIC)].map(([, type, name]) => ({ name, typesOnly: type !== undefined })),
    ...[...source.matchAll(OTHER)].map(([, name]) => ({ name, typesOnly: false })),
  ];
  return found.map(({ name = '', typesOnly }) => {
    const isRelative = name.startsWith('.');
    const target = isRelative
      ? relative(SRC, join(SRC, dirname(file), name))
          .split(sep)
          .join('/')
      : name;
    return { target, isRelative, typesOnly };
  });
}

function isAllowed(part: string, { target, isRelative, typesOnly }: Import): boolean {
  const may = TABLE[part];
  if (may === undefined) return true;
  const own = isRelative ? partOf(target) : undefined;
  if (own === part) return true;
  if (typesOnly && may.types?.includes(target)) return true;
  return isRelative
    ? own !== undefined && may.parts.includes(own)
    : (may.packages ?? []).some((name) => (name === 'node:' ? target.startsWith(name) : target === name));
}

describe('imports point down', () => {
  it.each(Object.keys(TABLE))('%s imports what its line of the table says', (part) => {
    const own = files.filter((file) => partOf(file) === part);
    const strays = own.flatMap((file) =>
      importsOf(file)
        .filter((wanted) => !isAllowed(part, wanted))
        .map(({ target }) => `${file} → ${target}`),
    );
    expect(own).not.toEqual([]);
    expect(strays).toEqual([]);
  });

  it('every file of src has its line in the table', () => {
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  it('packages that speak to model providers are loaded only when a model is asked', () => {
    for (const file of files.filter((one) => within(one, 'adapters/engines/llm')))
      expect(readFileSync(join(SRC, file), 'utf8')).not.toMatch(/^import (?!type ).*'(?:ai|@ai-sdk\/.*)'/m);
  });

  it('the sandbox, whose packages are for development, is loaded by the entry and only when it is wanted', () => {
    const loaders = files.filter(
      (file) =>
        partOf(file) !== 'sandbox' &&
        importsOf(file).some(({ target, isRelative }) => isRelative && within(target, 'sandbox')),
    );
    expect(loaders).toEqual(['main.ts']);
    expect(readFileSync(join(SRC, 'main.ts'), 'utf8')).not.toMatch(/from '\.\/sandbox\/(?!errors\.ts)/);
  });
});
