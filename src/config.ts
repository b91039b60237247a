import { z } from 'zod';
import { ConfigError, type Problem } from './config-error.ts';

/** A secret or an address that must be there; `shape` catches the wrong thing pasted into the right place. */
const needed = (meaning: string, shape: RegExp = /./, expected = 'not be empty') =>
  z
    .string({ error: `is missing: ${meaning}` })
    .regex(shape, { error: `must ${expected}` })
    .describe(meaning);

const count = (min: number, max: number, unset: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `must be a whole number from ${min} to ${max}`, abort: true })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, { error: `must be at least ${min}` })
        .max(max, { error: `must be at most ${max}` }),
    )
    .default(unset);

const address = (protocol: RegExp, expected: string) => z.url({ protocol, error: `must be ${expected}` });

const botToken = needed('the bot token, from OAuth & Permissions', /^xox[be]/, 'be a bot token (xoxb-…)');
const signingSecret = needed(
  'the signing secret, from Basic Information (or set SLACK_APP_TOKEN for Socket Mode)',
  /^(?!xox|xapp)/,
  'be the signing secret, not a token',
);
const appToken = needed(
  'an app-level token with connections:write',
  /^xapp-/,
  'be an app-level token (xapp-…)',
);
const encryptionKey = needed(
  'the key that encrypts stored installations: 64 hexadecimal digits',
  /^[0-9a-f]{64}$/i,
  'be 64 hexadecimal digits',
).transform((digits) => new Uint8Array(Buffer.from(digits, 'hex')));
const anySlack = {
  SLACK_API_URL: address(/^https?$/, 'an http or https address')
    .optional()
    .describe('Another Slack to talk to, for tests'),
};

const slack = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('sandbox') }),
  z.object({
    mode: z.literal('http'),
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    ...anySlack,
  }),
  z.object({ mode: z.literal('socket'), SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, ...anySlack }),
  z.object({
    mode: z.literal('oauth'),
    SLACK_CLIENT_ID: needed(
      'the client id, from Basic Information',
      /^\d+\.\d+$/,
      'be a client id (two numbers with a dot between them)',
    ),
    SLACK_CLIENT_SECRET: needed('the client secret, from Basic Information'),
    SLACK_STATE_SECRET: needed(
      'a long random text that signs the installation link',
      /.{16}/,
      'have at least 16 characters',
    ),
    SLACK_SIGNING_SECRET: signingSecret,
    ENCRYPTION_KEY: encryptionKey,
    ENCRYPTION_KEY_PREVIOUS: encryptionKey
      .optional()
      .describe('The key before this one, until every process has started with both'),
    ...anySlack,
  }),
]);

const store = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sqlite'),
    DATA_DIR: z.string().default('.data').describe('Folder of the SQLite database'),
    ROLE: z.literal('all', { error: 'can be web or worker with DATABASE_URL only' }).default('all'),
  }),
  z.object({
    kind: z.literal('postgres'),
    DATABASE_URL: address(/^postgres(ql)?$/, 'a postgres:// address').describe(
      'Postgres, for several processes; unset: SQLite in DATA_DIR',
    ),
    ROLE: z
      .enum(['all', 'web', 'worker'], { error: 'must be all, web or worker' })
      .default('all')
      .describe('What this process does: web answers Slack, worker reads drafts'),
  }),
]);

const model = needed('the name of the model, as its provider spells it');
const modelAddress = address(/^https?$/, 'an http or https address');

const languageModel = z.discriminatedUnion(
  'LLM_PROVIDER',
  [
    z.object({
      EVALUATOR: z.literal('llm'),
      LLM_PROVIDER: z
        .literal('openai-compatible')
        .describe('By which protocol the model is asked: openai-compatible, openai or anthropic'),
      LLM_MODEL: model,
      LLM_BASE_URL: z
        .string({ error: 'is missing: the address of the server, with its /v1' })
        .pipe(modelAddress)
        .describe('Where the model is; unset: at OpenAI or Anthropic'),
      LLM_API_KEY: z
        .string()
        .optional()
        .describe('The key for the provider; a server of your own may need none'),
    }),
    z.object({
      EVALUATOR: z.literal('llm'),
      LLM_PROVIDER: z.enum(['openai', 'anthropic']),
      LLM_MODEL: model,
      LLM_BASE_URL: modelAddress.optional(),
      LLM_API_KEY: needed('the key for the provider of the model'),
    }),
  ],
  { error: 'must be openai-compatible, openai or anthropic' },
);

const evaluator = z.discriminatedUnion(
  'EVALUATOR',
  [z.object({ EVALUATOR: z.literal('rules').describe('Which engine reads drafts') }), languageModel],
  { error: 'must be rules or llm' },
);

/** Slack's ids of people, with commas between them. */
const people = z
  .string()
  .transform((ids) => ids.split(',').map((id) => id.trim()))
  .pipe(
    z.array(
      z
        .string()
        .regex(/^[UW][A-Z0-9]{5,}$/, { error: 'must be Slack user ids (U…), with commas between them' }),
    ),
  )
  .default([]);

const server = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: count(0, 65_535, 3000).describe('Port to listen on'),
  RETENTION_DAYS: count(1, 3650, 395).describe('Days that the record of a review is kept'),
  // A person who works on one message sends it a handful of times, and one who reviews a team's drafts some twenty.
  MAX_DRAFTS_PER_PERSON: count(1, 1_000_000, 30).describe(
    'Drafts that one person may send within ten minutes',
  ),
  // One a second, all the time: Slack lets us post about as many answers in a workspace, each being two messages.
  MAX_DRAFTS_PER_WORKSPACE: count(1, 1_000_000, 600).describe(
    'Drafts that all people of a workspace together may send within ten minutes',
  ),
  SETTINGS_ADMINS: people.describe('People who may change the settings of channels, besides admins'),
  SUPPORT_URL: address(/^https?$/, 'an http or https address')
    .max(3000, { error: 'must have at most 3000 characters' })
    .optional()
    .describe('Where the Home tab sends people for help; unset: no link'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info')
    .describe('How much is logged'),
});

/** Every group of variables; a test holds `.env.example` against this file. */
export const configSchema = z.object({ slack, store, evaluator, ...server.shape });

export type Config = z.infer<typeof configSchema>;

type Environment = Readonly<Record<string, string | undefined>>;

/** What is set; an empty variable counts as unset. */
const setIn = (environment: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );

const problemsOf = ({ issues }: z.ZodError): Problem[] =>
  issues.map(({ path, message }) => ({ variable: String(path.at(-1) ?? ''), reason: message }));

/** Where the data is, for commands that need no Slack. Throws ConfigError. */
export function readStore(environment: Environment): Config['store'] {
  const env = setIn(environment);
  const result = store.safeParse({ ...env, kind: env.DATABASE_URL ? 'postgres' : 'sqlite' });
  if (result.success) return result.data;
  throw new ConfigError(problemsOf(result.error));
}

/** For how many days reviews are kept, for commands that need no Slack. Throws ConfigError. */
export function readKeptDays(environment: Environment): number {
  const result = server.pick({ RETENTION_DAYS: true }).safeParse(setIn(environment));
  if (result.success) return result.data.RETENTION_DAYS;
  throw new ConfigError(problemsOf(result.error));
}

/**
 * Reads the environment; an empty variable counts as unset. No Slack variable at all means the sandbox.
 * Throws ConfigError, which names every problem at once and never a value.
 */
export function readConfig(environment: Environment): Config {
  const env = setIn(environment);
  const result = configSchema.safeParse({
    ...env,
    slack: { ...env, mode: slackMode(env) },
    store: { ...env, kind: env.DATABASE_URL ? 'postgres' : 'sqlite' },
    evaluator: { EVALUATOR: 'rules', ...env },
  });
  if (result.success) return result.data;
  throw new ConfigError(problemsOf(result.error));
}

/** One Slack variable is enough to mean a real Slack, so that a forgotten one is an error and no sandbox. */
function slackMode(env: Readonly<Record<string, string>>): Config['slack']['mode'] {
  const anyOf = (...names: string[]) => names.some((name) => env[name] !== undefined);
  if (anyOf('SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET')) return 'oauth';
  if (anyOf('SLACK_APP_TOKEN')) return 'socket';
  return anyOf('SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET') ? 'http' : 'sandbox';
}

/** What encrypts the stored tokens, the newest first; none where there are none. */
export const encryptionKeysOf = (slack: Config['slack']): Uint8Array[] =>
  slack.mode === 'oauth'
    ? [slack.ENCRYPTION_KEY, slack.ENCRYPTION_KEY_PREVIOUS].filter((key) => key !== undefined)
    : [];
