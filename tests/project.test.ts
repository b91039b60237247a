import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { callbacks, commands } from '../src/slack/ids.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const manifest = z
  .looseObject({
    features: z.looseObject({
      shortcuts: z.array(z.looseObject({ name: z.string(), type: z.string(), callback_id: z.string() })),
      slash_commands: z.array(z.looseObject({ command: z.string() })),
    }),
    oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
  })
  .parse(parse(read('manifest.yml')));
const SCHEMA = new URL('../../shared/slack/manifest.schema.1.0.0.json', import.meta.url);

describe('the manifest', () => {
  it.skipIf(!existsSync(SCHEMA))(
    "is valid by Slack's own schema (skipped where shared/slack is not beside the repository)",
    () => {
      const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
        JSON.parse(readFileSync(SCHEMA, 'utf8')),
      );
      validate(manifest);
      expect(validate.errors).toBeNull();
    },
  );

  it('names what the code listens to', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([commands.apologyCheck]);
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual(
      [callbacks.checkApology, callbacks.checkApologyGlobal, callbacks.checkApologyPrivate].sort(),
    );
  });

  it('keeps shortcut names within 24 characters and asks for two scopes', () => {
    for (const { name } of manifest.features.shortcuts) expect(name.length).toBeLessThanOrEqual(24);
    expect(manifest.oauth_config.scopes.bot).toEqual(['commands', 'chat:write']);
  });
});

describe('the repository', () => {
  it('lists every setting in .env.example', () => {
    const named = new Set(
      [
        ...read('src/config.ts').matchAll(
          /\b((?:SLACK|LLM)_[A-Z_]+|[A-Z]+_(?:URL|DIR|KEY|DAYS|LEVEL)|HOST|PORT|ROLE|EVALUATOR)\b(?=:)/g,
        ),
      ].map((m) => m[1] ?? ''),
    );
    const example = read('.env.example');
    expect([...named].filter((name) => !new RegExp(`^# ${name}=`, 'm').test(example))).toEqual([]);
    expect(named.size).toBeGreaterThan(15);
  });

  it('pins every dependency exactly and keeps download addresses out of the lock file', () => {
    const { dependencies, devDependencies } = z
      .looseObject({
        dependencies: z.record(z.string(), z.string()),
        devDependencies: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(read('package.json')));
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
});
