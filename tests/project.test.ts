import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/config-error.ts';
import { callbacks, commands } from '../src/slack/ids.ts';
import { BOT_SCOPES } from '../src/slack/oauth/scopes.ts';

const place = (path: string) => new URL(`../${path}`, import.meta.url);
const read = (path: string) => readFileSync(place(path), 'utf8');

const manifest = z
  .looseObject({
    features: z.looseObject({
      shortcuts: z.array(
        z.looseObject({ name: z.string(), type: z.enum(['message', 'global']), callback_id: z.string() }),
      ),
      slash_commands: z.array(z.looseObject({ command: z.string(), usage_hint: z.string() })),
    }),
    oauth_config: z.looseObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
    settings: z.looseObject({
      interactivity: z.looseObject({ is_enabled: z.literal(true) }),
      event_subscriptions: z.looseObject({ bot_events: z.array(z.string()) }).optional(),
    }),
  })
  .parse(parse(read('manifest.yml')));

const shortcutsOf = (type: 'message' | 'global') =>
  manifest.features.shortcuts
    .filter((shortcut) => shortcut.type === type)
    .map(({ callback_id }) => callback_id);

describe('the manifest', () => {
  test.for(['1.0.0', '2.0.0'])("is valid by Slack's schema %s", (version, { skip }) => {
    const schema = place(`../shared/slack/manifest.schema.${version}.json`);
    if (!existsSync(schema)) skip("Slack's schemas are not beside this repository");
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  it('names exactly what the code listens to', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(Object.values(commands));
    expect(shortcutsOf('message')).toEqual([callbacks.checkApology, callbacks.checkApologyPrivate]);
    expect(shortcutsOf('global')).toEqual([callbacks.checkApologyGlobal]);
    const heard = [...read('src/slack/app.ts').matchAll(/\bapp\.event\(\s*'(\w+)'/g)].map(([, name]) => name);
    expect(manifest.settings.event_subscriptions?.bot_events ?? []).toEqual(heard);
  });

  it('asks for four scopes, each with its reason, and has shortcut names that start with a verb', () => {
    expect(manifest.oauth_config.scopes.bot).toHaveLength(4);
    expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(BOT_SCOPES));
    for (const scope of manifest.oauth_config.scopes.bot) {
      expect(read('manifest.yml')).toMatch(new RegExp(`# \\S.*\\n +- ${scope}\\n`));
    }
    const scopes = [...read('docs/security.md').matchAll(/^\| `([a-z_]+(?::[a-z]+)?)` +\| \S/gm)].map(
      ([, name]) => name,
    );
    expect(scopes).toEqual(manifest.oauth_config.scopes.bot);
    for (const { name } of manifest.features.shortcuts) expect(name).toMatch(/^Check .{1,18}$/);
  });
});

describe('.env.example', () => {
  const settings = [...read('.env.example').matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(
    ([, name = '', value = '']) => ({ name, value }),
  );
  const inSource = new Set(read('src/config.ts').match(/\b[A-Z]{2,}(?:_[A-Z]+)*(?=: )/g));
  /** What compose.yaml takes from `.env` for Postgres. */
  const forCompose = ['POSTGRES_PASSWORD'];

  it('holds every variable that the configuration or compose.yaml reads, once, and no other', () => {
    expect(settings.map(({ name }) => name).sort()).toEqual([...inSource, ...forCompose].sort());
    expect(inSource.size).toBeGreaterThan(15);
  });

  it('shows the values that hold while nothing is set', () => {
    const shown = Object.fromEntries(
      settings.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
    );
    expect(Object.keys(shown)).not.toEqual([]);
    expect(readConfig(shown)).toEqual(readConfig({}));
  });
});

describe('the configuration', () => {
  it('means a sandbox without any Slack variable, even where they stand empty', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: ' ' }).slack.mode).toBe('sandbox');
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['a bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: 's' }, ['SLACK_BOT_TOKEN']],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    [
      'tokens in the wrong places',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 'xoxb-1' },
      ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
    ],
    [
      'a client id alone',
      { SLACK_CLIENT_ID: '1.1' },
      ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_SIGNING_SECRET', 'ENCRYPTION_KEY'],
    ],
    [
      'keys and secrets that are none',
      {
        ...{ SLACK_CLIENT_ID: 'A1', SLACK_CLIENT_SECRET: 's', SLACK_STATE_SECRET: 'short' },
        ...{
          SLACK_SIGNING_SECRET: 's',
          ENCRYPTION_KEY: 'f'.repeat(63),
          ENCRYPTION_KEY_PREVIOUS: 'x'.repeat(64),
        },
      },
      ['SLACK_CLIENT_ID', 'SLACK_STATE_SECRET', 'ENCRYPTION_KEY', 'ENCRYPTION_KEY_PREVIOUS'],
    ],
    ['a role that needs Postgres', { ROLE: 'worker' }, ['ROLE']],
    ['a model of nobody', { EVALUATOR: 'llm', LLM_MODEL: 'm' }, ['LLM_PROVIDER']],
    [
      'a model without its key',
      { EVALUATOR: 'llm', LLM_PROVIDER: 'anthropic' },
      ['LLM_MODEL', 'LLM_API_KEY'],
    ],
    [
      'a server without its address',
      { EVALUATOR: 'llm', LLM_PROVIDER: 'openai-compatible', LLM_MODEL: 'm' },
      ['LLM_BASE_URL'],
    ],
    ['numbers out of range', { PORT: '70000', RETENTION_DAYS: '0' }, ['PORT', 'RETENTION_DAYS']],
  ])('refuses %s', (_what, environment, variables) => {
    let caught: unknown;
    try {
      readConfig(environment);
    } catch (error) {
      caught = error;
    }
    const problems = caught instanceof ConfigError ? caught.problems.map(({ variable }) => variable) : [];
    expect(problems).toEqual(variables);
  });
});

describe('the address of help', () => {
  it('is a web address, and none while it is unset', () => {
    const url = 'https://help.example.com/apologies';
    expect(readConfig({ SUPPORT_URL: url }).SUPPORT_URL).toBe(url);
    expect(readConfig({}).SUPPORT_URL).toBeUndefined();
    for (const wrong of ['help', 'ftp://help.example.com', 'javascript:alert(1)'])
      expect(() => readConfig({ SUPPORT_URL: wrong })).toThrow(ConfigError);
  });
});

describe('people who may change settings', () => {
  it('are ids with commas between them, and nobody while it is unset', () => {
    expect(readConfig({ SETTINGS_ADMINS: 'U012ABCDEF, W0ZZZZZZ' }).SETTINGS_ADMINS).toEqual([
      'U012ABCDEF',
      'W0ZZZZZZ',
    ]);
    expect(readConfig({}).SETTINGS_ADMINS).toEqual([]);
    expect(() => readConfig({ SETTINGS_ADMINS: '@priya' })).toThrow(ConfigError);
  });
});

describe('the repository', () => {
  const { scripts, dependencies, devDependencies, optionalDependencies } = z
    .looseObject({
      scripts: z.record(z.string(), z.string()),
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
      optionalDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(read('package.json')));

  it('pins every dependency exactly and keeps download addresses out of the lock file', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('runs on packages that anyone may use', () => {
    const licences = Object.keys(dependencies).map((name) => {
      const own = z
        .looseObject({ license: z.string() })
        .parse(JSON.parse(read(`node_modules/${name}/package.json`)));
      return `${name}: ${own.license}`;
    });
    expect(licences.filter((line) => !/: (?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause)$/.test(line))).toEqual([]);
  });

  it('has every script and file that the documents name', () => {
    const pages = readdirSync(place('docs')).filter((name) => name.endsWith('.md'));
    const documents = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', ...pages.map((name) => `docs/${name}`)]
      .map(read)
      .join('');
    const named = [...documents.matchAll(/\bnpm (?:run (?:-s )?([a-z]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    const paths = documents.match(/\b(?:src|docs|tests|scripts)\/[\w./-]*\w/g) ?? [];
    expect(paths.filter((path) => !existsSync(place(path)))).toEqual([]);
  });

  it("tests in CI with exactly the README's command", () => {
    expect(read('README.md')).toMatch(/^ {4}npm ci && npm test$/m);
    expect(read('.ci/run')).toMatch(/^npm ci && npm test$/m);
  });
});

it('the image and the documents start the bot as `npm start` does', () => {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(read('package.json')));
  expect(read('Dockerfile')).toContain(
    `CMD ${JSON.stringify(scripts.start.split(' ')).replaceAll(',', ', ')}`,
  );
  expect(read('docs/operations.md').replaceAll(/ \\\n +/g, ' ')).toContain(
    `node_modules/.bin/${scripts.start}\n`,
  );
});
