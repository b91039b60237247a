import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configTable } from '../../scripts/docs/config-table.ts';
import { withMarkedPart } from '../../scripts/docs/marked-part.ts';
import { rulesList } from '../../scripts/docs/rules-list.ts';
import { readConfig } from '../../src/config.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');

it('says what rules and configuration say (write it again with `npm run docs`)', () => {
  const rendered = withMarkedPart(
    withMarkedPart(readme, 'rules', rulesList(RULES)),
    'configuration',
    configTable(),
  );
  expect(readme).toBe(rendered);
});

it('has a row for every variable of .env.example that the bot reads', () => {
  const inTable = [...configTable().matchAll(/^\| `([A-Z_]+)` +\| [^|]+ \| /gm)].map(([, name]) => name);
  const inExample = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
  // compose.yaml alone reads this one.
  expect(inTable.sort()).toEqual(inExample.filter((name) => name !== 'POSTGRES_PASSWORD').sort());
});

describe('the five steps into a workspace', () => {
  const steps = [...readme.matchAll(/^(\d)\. \*\*(\w+)\*\* (.+)$/gm)].map(([, number, verb, text = '']) => ({
    ...{ number, verb, text },
  }));
  const [create, tokens, run, invite, attempt] = steps.map(({ text }) => text);
  const manifestText = read('manifest.yml');
  const manifest = z
    .looseObject({
      features: z.looseObject({
        bot_user: z.looseObject({ display_name: z.string() }),
        shortcuts: z.array(z.looseObject({ name: z.string(), type: z.string() })),
        slash_commands: z.array(z.looseObject({ command: z.string() })),
      }),
      settings: z.looseObject({ socket_mode_enabled: z.boolean() }),
    })
    .parse(parse(manifestText));

  it('are five, in this order', () => {
    expect(steps.map(({ number, verb }) => `${number} ${verb}`)).toEqual([
      ...['1 Create', '2 Tokens', '3 Run', '4 Invite', '5 Try'],
    ]);
  });

  it('create: the manifest holds the address to replace, and the switch that is off', () => {
    expect(create).toContain('`https://example.com`');
    const addresses = manifestText.match(/https?:\/\/[^\s/]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(['https://example.com']));
    expect(create).toContain('`socket_mode_enabled` to `true`');
    expect(manifest.settings.socket_mode_enabled).toBe(false);
  });

  it('tokens: those that are named are all it takes, from the pages that the configuration names', () => {
    const values: Readonly<Record<string, string>> = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 's',
      SLACK_APP_TOKEN: 'xapp-1',
    };
    const named = tokens?.match(/SLACK_[A-Z_]+/g) ?? [];
    expect(named).toEqual(Object.keys(values));
    const [bot = '', secret = '', app = ''] = named;
    const modeOf = (...names: string[]) =>
      readConfig(Object.fromEntries(names.map((name) => [name, values[name]]))).slack.mode;
    expect([modeOf(bot, secret), modeOf(bot, app)]).toEqual(['http', 'socket']);
    const table = configTable();
    for (const [name, page] of [
      [bot, 'OAuth & Permissions'],
      [secret, 'Basic Information'],
      [app, 'connections:write'],
    ] as const) {
      expect(tokens).toContain(page);
      expect(table).toMatch(new RegExp(`^\\| \`${name}\` +\\| [^|]*${page}`, 'm'));
    }
  });

  it('run: the commands are those of package.json, and the doctor knows its option', () => {
    const { scripts } = z
      .looseObject({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    expect(run).toContain('`npm ci && npm start`');
    expect(run).toContain('`npm run -s doctor`');
    expect(scripts).toMatchObject({ start: expect.any(String), doctor: expect.any(String) });
    expect(run).toContain('-- --url https://');
    expect(read('src/cli/doctor/doctor-options.ts')).toContain('--url ADDRESS');
  });

  it('invite and try: name, command and shortcut are those of the manifest', () => {
    expect(invite).toContain(`pick ${manifest.features.bot_user.display_name}.`);
    expect(attempt).toContain(`\`${manifest.features.slash_commands[0]?.command}\``);
    const shortcut = /shortcut "([^"]+)"/.exec(attempt ?? '')?.[1];
    expect(manifest.features.shortcuts.find(({ name }) => name === shortcut)?.type).toBe('message');
  });
});

it('is short enough to be read', () => {
  const words = readme.replace(/<!-- (rules|configuration):.*?<!-- end of \1 -->/gs, '').split(/\s+/);
  expect(words.length).toBeLessThan(1000);
});
