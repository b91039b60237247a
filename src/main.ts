import { config as loadEnvFile } from 'dotenv';
import { rulesEngine } from './adapters/engines/rules-engine.ts';
import { openStore } from './adapters/open-store.ts';
import { hashKeyFrom } from './adapters/storage/hash-key.ts';
import { type Config, encryptionKeysOf, readConfig } from './config.ts';
import { drain } from './drain.ts';
import { AppError } from './errors.ts';
import { RULES } from './evaluator/rules/index.ts';
import { createReadiness, liveness } from './health-routes.ts';
import { keepLastWordsShort } from './last-words.ts';
import { minutely } from './minutely.ts';
import { observeStore } from './observe-store.ts';
import { openOtherReader } from './open-other-reader.ts';
import { createAcceptReview } from './reviews/accept-review.ts';
import { createCheckNow } from './reviews/check-now.ts';
import { createDeleteReview } from './reviews/delete-review.ts';
import { createDeliverReview } from './reviews/deliver-review.ts';
import { createBeginDueDigests } from './reviews/digests/begin-due-digests.ts';
import { createDeliverDigest } from './reviews/digests/deliver-digest.ts';
import { createForgetOldReviews } from './reviews/digests/forget-old-reviews.ts';
import { createGatherDigest } from './reviews/digests/gather-digest.ts';
import { createGiveUpDigest } from './reviews/digests/give-up-digest.ts';
import { createTurnOnDigest } from './reviews/digests/turn-on-digest.ts';
import { createDismissFinding } from './reviews/dismiss-finding.ts';
import { createGiveUp } from './reviews/give-up.ts';
import { createLeaveWorkspace } from './reviews/leave-workspace.ts';
import { createLimitRequests } from './reviews/limit-requests.ts';
import { createRateReview } from './reviews/rate-review.ts';
import { createReadAgain } from './reviews/read-again.ts';
import { createReviseReply } from './reviews/revise-reply.ts';
import { createTurns } from './reviews/turns.ts';
import { NoSandboxError } from './sandbox/errors.ts';
import { type Access, oneWorkspace } from './slack/access.ts';
import { createSlackApp } from './slack/app.ts';
import { describeError } from './slack/describe-error.ts';
import { createDigestMessenger } from './slack/digest-messenger.ts';
import { createHasAccess } from './slack/has-access.ts';
import { createMessenger } from './slack/messenger.ts';
import { createModeration } from './slack/moderation.ts';
import { createOAuth } from './slack/oauth/create-oauth.ts';
import { observedFetch } from './slack/observed-fetch.ts';
import { createHttpReceiver, createSocketReceiver } from './slack/receivers.ts';
import { createReplies } from './slack/replies.ts';
import { createRouteServer } from './slack/route-server.ts';
import { createTeamClients } from './slack/team-clients.ts';
import { asStartError } from './start-error.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { createLogger } from './telemetry/logger.ts';

/** Where several processes share the requests, whoever shares them out needs this long to see one stop, in ms. */
const LOOK_AWAY_MS = 3000;

type RealSlack = Exclude<Config['slack'], { mode: 'sandbox' }>;
type BotConfig = Omit<Config, 'slack'> & { readonly slack: RealSlack };

/** Wires the bot together and starts it; `port` is where it listens. Throws AppError, and ends what it began. */
async function startBot(config: BotConfig): Promise<{ port: number; stop(): Promise<void> }> {
  const { slack, store: place, HOST: host, PORT: port } = config;
  const clock = { now: () => new Date() };
  const logger = createLogger(config.LOG_LEVEL);
  const reportFailure = (error: unknown): void =>
    logger.error('something failed in the background', describeError(error));
  const secret = slack.mode === 'socket' ? slack.SLACK_APP_TOKEN : slack.SLACK_SIGNING_SECRET;
  const opened = await openStore({
    databaseUrl: place.kind === 'postgres' ? place.DATABASE_URL : undefined,
    dataDir: place.kind === 'sqlite' ? place.DATA_DIR : '',
    hashKey: hashKeyFrom(secret),
    encryptionKeys: encryptionKeysOf(slack),
    clock,
    onError: reportFailure,
  });
  const { settings, modelSwitches, digests, digestReviews, installations, usedLinks, erasure, close } =
    opened;
  const { store, jobs, digestJobs, observer, metrics } = observeStore(opened, { logger, clock });
  const reader = openOtherReader(config.evaluator, { switches: modelSwitches, observer, logger });
  const readiness = createReadiness(opened.ready);
  try {
    const endpoint = { slackApiUrl: slack.SLACK_API_URL, fetch: observedFetch(observer) };
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

    const turns = createTurns();
    const gatherDigest = createGatherDigest({ reviews: digestReviews, settings, rules: RULES });

    async function openEntrance() {
      const routes = [readiness.route, metrics];
      if (place.ROLE === 'worker') {
        const server = createRouteServer([liveness, ...routes]);
        return { start: () => server.listen(host, port), stop: server.close };
      }
      const listening = { host, port, logger, routes, ...endpoint };
      const entrance =
        slack.mode === 'socket'
          ? createSocketReceiver({ ...listening, appToken: slack.SLACK_APP_TOKEN })
          : createHttpReceiver({
              ...listening,
              signingSecret: slack.SLACK_SIGNING_SECRET,
              install: access.install,
            });
      const limits = {
        perPerson: config.MAX_DRAFTS_PER_PERSON,
        perWorkspace: config.MAX_DRAFTS_PER_WORKSPACE,
      };
      const limit = createLimitRequests({ reviews: store, clock, limits });
      const acceptReview = createAcceptReview({ store, settings, limit, clock, turns });
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
        digests: {
          store: digests,
          turnOn: createTurnOnDigest({ digests, clock }),
          gather: gatherDigest,
          clock,
          keptDays: config.RETENTION_DAYS,
        },
        model: reader && { name: reader.engine.name, switches: reader.switches },
        settingsAdmins: config.SETTINGS_ADMINS,
        supportUrl: config.SUPPORT_URL,
        logger,
        observer,
        ...endpoint,
      });
      return entrance;
    }

    async function startWorking() {
      const conversation = createMessenger({ clientFor, logger, clock });
      const report = (what: string) => (cause: unknown, ids: object) =>
        logger.error(`a ${what} was given up`, { ...ids, ...describeError(cause) });
      const readAgain = createReadAgain({
        ...{ store, settings, clock },
        replies: createReplies({ clientFor }),
        report: report('second reading'),
      });
      const deliverReview = createDeliverReview({
        ...{ engine: rulesEngine, store, settings, conversation, clock, turns },
        other: reader && { ...reader, readAgain },
      });
      const channel = createDigestMessenger({ clientFor, logger, clock });
      await Promise.all([
        jobs.start(deliverReview, createGiveUp({ store, conversation, report: report('review') })),
        digestJobs.start(
          createDeliverDigest({ digests, gather: gatherDigest, channel, clock }),
          createGiveUpDigest(digests, report('digest')),
        ),
      ]);
      const beginDueDigests = createBeginDueDigests({ digests, clock });
      const forgetOldReviews = createForgetOldReviews(digestReviews, clock, config.RETENTION_DAYS);
      const looks = minutely(
        () => Promise.all([beginDueDigests(), forgetOldReviews(), erasure.sweep()]),
        reportFailure,
      );
      return { stop: () => Promise.all([looks.stop(), readAgain.stop()]) };
    }

    const entrance = await openEntrance();
    const listeningOn = await entrance.start();
    const work = place.ROLE === 'web' ? undefined : await startWorking();
    return {
      port: listeningOn,
      async stop() {
        await drain({
          turnRed: readiness.turnRed,
          stopJobs: async (graceMs) => {
            await Promise.all([work?.stop(), jobs.stop(graceMs), digestJobs.stop(graceMs), access.settled()]);
          },
          closeEntrance: entrance.stop,
          lookAwayMs: place.kind === 'postgres' ? LOOK_AWAY_MS : 0,
        });
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

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
  keepLastWordsShort(createLogger('error'));
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
