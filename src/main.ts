import { hkdfSync } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { config as loadEnvFile } from 'dotenv';
import { rulesEngine } from './adapters/engines/rules-engine.ts';
import { openStore } from './adapters/open-store.ts';
import { type Config, readConfig } from './config.ts';
import { AppError } from './errors.ts';
import { liveness, readiness } from './health-routes.ts';
import { createLogger } from './logger.ts';
import { repeat } from './repeat.ts';
import { createAcceptReview } from './reviews/accept-review.ts';
import { createCheckNow } from './reviews/check-now.ts';
import { createDeleteReview } from './reviews/delete-review.ts';
import { createDeliverReview } from './reviews/deliver-review.ts';
import { createDismissFinding } from './reviews/dismiss-finding.ts';
import { createGiveUp } from './reviews/give-up.ts';
import { createLeaveWorkspace } from './reviews/leave-workspace.ts';
import { createRateReview } from './reviews/rate-review.ts';
import { createReviseReply } from './reviews/revise-reply.ts';
import { NoSandboxError } from './sandbox/errors.ts';
import { type Access, oneWorkspace } from './slack/access.ts';
import { createSlackApp } from './slack/app.ts';
import { describeError } from './slack/describe-error.ts';
import { createHasAccess } from './slack/has-access.ts';
import { createMessenger } from './slack/messenger.ts';
import { createModeration } from './slack/moderation.ts';
import { createOAuth } from './slack/oauth/create-oauth.ts';
import { createHttpReceiver, createSocketReceiver } from './slack/receivers.ts';
import { createReplies } from './slack/replies.ts';
import { createRouteServer } from './slack/route-server.ts';
import { createTeamClients } from './slack/team-clients.ts';
import { asStartError } from './start-error.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Jobs that run may take this long to end, in ms; the process has ten seconds in all. */
const STOP_GRACE_MS = 8000;
/** Slack waits no longer for an acknowledgement, in ms; a request that is still open then is nobody's. */
const ACK_GRACE_MS = 3000;

/** How often what is left of workspaces that removed the app is looked for, in ms: it goes within the hour. */
const SWEEP_MS = 600_000;

type RealSlack = Exclude<Config['slack'], { mode: 'sandbox' }>;
type BotConfig = Omit<Config, 'slack'> & { readonly slack: RealSlack };

/** Wires the bot together and starts it; `port` is where it listens. Throws AppError, and ends what it began. */
async function startBot(config: BotConfig): Promise<{ port: number; stop(): Promise<void> }> {
  const { slack, store: place, HOST: host, PORT: port } = config;
  const clock = { now: () => new Date() };
  const logger = createLogger(config.LOG_LEVEL);
  const onError = (error: unknown): void =>
    logger.error('something failed in the background', describeError(error));
  const secret = slack.mode === 'socket' ? slack.SLACK_APP_TOKEN : slack.SLACK_SIGNING_SECRET;
  const { store, settings, installations, usedLinks, erasure, jobs, ready, close } = await openStore({
    databaseUrl: place.kind === 'postgres' ? place.DATABASE_URL : undefined,
    dataDir: place.kind === 'sqlite' ? place.DATA_DIR : '',
    hashKey: new Uint8Array(hkdfSync('sha256', secret, '', 'keyed hashes of the store', 32)),
    encryptionKeys: encryptionKeysOf(slack),
    clock,
    onError,
  });
  try {
    const endpoint = { slackApiUrl: slack.SLACK_API_URL };
    const access = await openAccess();
    const clientFor = createTeamClients({ tokenFor: access.tokenFor, logger, ...endpoint });

    async function openAccess(): Promise<Access> {
      if (slack.mode !== 'oauth') return oneWorkspace(slack.SLACK_BOT_TOKEN);
      await installations.reseal();
      return createOAuth({
        clientId: slack.SLACK_CLIENT_ID,
        clientSecret: slack.SLACK_CLIENT_SECRET,
        stateSecret: slack.SLACK_STATE_SECRET,
        ...{ installations, usedLinks, erasure, clock, logger, ...endpoint },
      });
    }

    async function openEntrance() {
      if (place.ROLE === 'worker') {
        const server = createRouteServer([liveness, readiness(ready)]);
        return { start: () => server.listen(host, port), stop: server.close };
      }
      const listening = { host, port, logger, routes: [readiness(ready)], ...endpoint };
      const entrance =
        slack.mode === 'socket'
          ? createSocketReceiver({ ...listening, appToken: slack.SLACK_APP_TOKEN })
          : createHttpReceiver({
              ...listening,
              signingSecret: slack.SLACK_SIGNING_SECRET,
              install: access.install,
            });
      const acceptReview = createAcceptReview({ store, settings, clock });
      const replies = {
        dismissFinding: createDismissFinding({ reviews: store }),
        deleteReview: createDeleteReview({ reviews: store, moderation: createModeration(clientFor) }),
        rateReview: createRateReview(store),
      };
      const forgetting = {
        leaveWorkspace: createLeaveWorkspace({ erasure, hasAccess: createHasAccess(clientFor) }),
        forgetPerson: erasure.forgetPerson,
      };
      const posted = createReplies({ clientFor });
      const reading = { engine: rulesEngine, settings, clock };
      const editor = {
        checkNow: createCheckNow(reading),
        reviseReply: createReviseReply({ ...reading, store, replies: posted }),
        revisions: store,
        replies: posted,
      };
      await createSlackApp({
        receiver: entrance.receiver,
        authorization: access.authorization,
        acceptReview,
        replies,
        editor,
        reviews: store,
        forgetting,
        settings,
        settingsAdmins: config.SETTINGS_ADMINS,
        supportUrl: config.SUPPORT_URL,
        logger,
        ...endpoint,
      });
      return entrance;
    }

    async function startWorking() {
      const conversation = createMessenger({ clientFor, logger });
      const deliverReview = createDeliverReview({
        ...{ engine: rulesEngine, store, settings, conversation, clock },
      });
      const report = (cause: unknown, ids: object) =>
        logger.error('a review was given up', { ...ids, ...describeError(cause) });
      await jobs.start(deliverReview, createGiveUp({ store, conversation, report }));
    }

    const entrance = await openEntrance();
    const listeningOn = await entrance.start();
    if (place.ROLE !== 'web') await startWorking();
    const stopSweeping = repeat(erasure.sweep, SWEEP_MS, onError);
    return {
      port: listeningOn,
      async stop() {
        const acknowledged = Promise.race([entrance.stop(), delay(ACK_GRACE_MS, undefined, { ref: false })]);
        await Promise.all([acknowledged, jobs.stop(STOP_GRACE_MS), access.settled(), stopSweeping()]);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What encrypts the stored tokens, the newest first. */
const encryptionKeysOf = (slack: RealSlack): Uint8Array[] =>
  slack.mode === 'oauth'
    ? [slack.ENCRYPTION_KEY, slack.ENCRYPTION_KEY_PREVIOUS].filter((key) => key !== undefined)
    : [];

/** How Slack gets here. */
const WAYS: Readonly<Record<RealSlack['mode'], string>> = {
  http: 'awaits Slack at /slack/events',
  oauth: 'awaits Slack at /slack/events, is installed at /slack/install',
  socket: 'is connected to Slack',
};

/** The bot in a workspace on this machine, which the bot takes for Slack. Its packages are for development only. */
async function startSandbox(config: Config) {
  const sandbox = await import('./sandbox/start-sandbox.ts').catch((cause: unknown) => {
    throw new NoSandboxError(cause);
  });
  return sandbox.startSandbox({
    host: config.HOST,
    port: config.PORT,
    startBot: ({ botToken, signingSecret, slackApiUrl, dataDir }) =>
      startBot({
        ...config,
        HOST: '127.0.0.1',
        PORT: 0,
        store: { kind: 'sqlite', DATA_DIR: dataDir, ROLE: 'all' },
        slack: {
          mode: 'http',
          SLACK_BOT_TOKEN: botToken,
          SLACK_SIGNING_SECRET: signingSecret,
          SLACK_API_URL: slackApiUrl,
        },
      }),
  });
}

async function start(): Promise<void> {
  loadEnvFile({ quiet: true });
  const config = readConfig(process.env);
  const { slack } = config;
  try {
    if (slack.mode === 'sandbox') {
      const { url, stop } = await startSandbox(config);
      stopOnSignal(stop);
      say(`A Slack workspace on this machine, with the bot in it: ${url}`);
      say('It forgets everything when you stop it. To join a real Slack, set the variables of .env.example.');
    } else {
      const { port, stop } = await startBot({ ...config, slack });
      stopOnSignal(stop);
      say(`The bot ${WAYS[slack.mode]} and listens on http://${config.HOST}:${port}`);
    }
  } catch (error) {
    throw asStartError(error, config);
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

start().catch((error: unknown) => {
  const unexpected = `The bot could not start: ${JSON.stringify(describeError(error))}`;
  process.stderr.write(`${error instanceof AppError ? error.userMessage : unexpected}\n`);
  process.exit(1);
});
