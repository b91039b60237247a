import type { Logger } from '@slack/web-api';
import { createMemoryDigests, memoryDigestReviews } from '../../src/adapters/storage/memory-digests.ts';
import { createMemoryErasure } from '../../src/adapters/storage/memory-erasure.ts';
import { createMemoryInstallations } from '../../src/adapters/storage/memory-installations.ts';
import { createMemoryModelSwitches } from '../../src/adapters/storage/memory-model-switches.ts';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore, type MemoryStore } from '../../src/adapters/storage/memory-store.ts';
import type { Engine } from '../../src/evaluator/engine.ts';
import type { Rule } from '../../src/evaluator/rule.ts';
import { createAcceptReview } from '../../src/reviews/accept-review.ts';
import { createCheckNow } from '../../src/reviews/check-now.ts';
import { createDeliverReview } from '../../src/reviews/deliver-review.ts';
import type { CountedReview } from '../../src/reviews/digests/figures.ts';
import { createGatherDigest, type GatherDigest } from '../../src/reviews/digests/gather-digest.ts';
import { createTurnOnDigest } from '../../src/reviews/digests/turn-on-digest.ts';
import type { Erasure } from '../../src/reviews/erasure.ts';
import { createGiveUp } from '../../src/reviews/give-up.ts';
import type { Installations } from '../../src/reviews/installations.ts';
import { createLeaveWorkspace } from '../../src/reviews/leave-workspace.ts';
import { createLimitRequests, type RequestLimits } from '../../src/reviews/limit-requests.ts';
import type { Clock, ReviewKey, ReviewStore } from '../../src/reviews/ports.ts';
import { createReadAgain } from '../../src/reviews/read-again.ts';
import { createReviseReply } from '../../src/reviews/revise-reply.ts';
import { type Act, createSlackDriver, type DriverOptions } from '../../src/sandbox/slack-driver.ts';
import { type Access, oneWorkspace } from '../../src/slack/access.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import { createHasAccess } from '../../src/slack/has-access.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import { createHttpReceiver } from '../../src/slack/receivers.ts';
import { createReplies } from '../../src/slack/replies.ts';
import { createTeamClients } from '../../src/slack/team-clients.ts';
import { BOT_TOKEN, startLocalSlack } from './local-slack.ts';
import { replyUseCases } from './reply-use-cases.ts';
import { startResponseUrls } from './response-urls.ts';
import { reviewOf } from './sample-review.ts';
import { SAMPLE_RULES } from './sample-rules.ts';
import { createTestLogger } from './test-logger.ts';
import { startWebApiGate } from './web-api-gate.ts';

export interface HarnessOptions {
  readonly engine?: Engine;
  /** A language model that workspaces may turn on. */
  readonly model?: Engine;
  readonly rules?: readonly Rule[];
  /** People besides the workspace's admins who may change settings. */
  readonly settingsAdmins?: readonly string[];
  readonly supportUrl?: string;
  /** How many drafts are taken within ten minutes; unset: as many as come. */
  readonly limits?: RequestLimits;
  /** Stands before the store that the listeners write to. */
  readonly acceptWith?: (store: MemoryStore) => Pick<ReviewStore, 'accept'>;
  /** What digests count, in whatever channel. */
  readonly counted?: readonly CountedReview[];
  /** Makes the figures in place of what is counted. */
  readonly gather?: GatherDigest;
  /** How long a call to Slack may take, in ms. */
  readonly callTimeoutMs?: number;
  /** Stands before what deletes. */
  readonly erasureWith?: (erasure: Erasure) => Erasure;
  /** How the bot gets at its workspaces; unset: it has a token for the local Slack's. */
  readonly accessWith?: (parts: AccessParts) => Access;
}

interface AccessParts {
  readonly installations: Installations;
  readonly erasure: Erasure;
  readonly slackApiUrl: string;
  readonly logger: Logger;
  readonly clock: Clock;
}

const SIGNING_SECRET = 'a-secret-of-this-test';

const sampleEngine: Engine = { name: 'rules', review: async (text) => reviewOf(text) };

/**
 * The real Bolt app over HTTP, a Slack on this machine behind a gate that notes every call, and a
 * memory store. Nothing leaves the machine.
 */
export async function startHarness(options: HarnessOptions = {}) {
  const { engine = sampleEngine, rules = SAMPLE_RULES, acceptWith = (store) => store } = options;
  const { limits = { perPerson: 1_000_000, perWorkspace: 1_000_000 } } = options;
  const { erasureWith = (erasure) => erasure } = options;
  const slack = await startLocalSlack();
  const responseUrls = await startResponseUrls();
  const gate = await startWebApiGate(slack.url);
  const { logger, lines } = createTestLogger();
  const clock = { now: () => new Date('2026-03-02T10:00:00Z') };

  const settings = createMemorySettings(clock);
  const modelSwitches = createMemoryModelSwitches(clock);
  const installations = createMemoryInstallations(clock);
  const digests = createMemoryDigests();
  const reviews = memoryDigestReviews(options.counted ?? []);
  const store = createMemoryStore({ tries: 3, backOffMs: () => 5 });
  const erasure = erasureWith(
    createMemoryErasure({ store, settings, modelSwitches, digests, installations }),
  );
  const endpoint = { slackApiUrl: gate.slackApiUrl, callTimeoutMs: options.callTimeoutMs };
  const access =
    options.accessWith?.({ installations, erasure, slackApiUrl: gate.slackApiUrl, logger, clock }) ??
    oneWorkspace(BOT_TOKEN);
  const clientFor = createTeamClients({ tokenFor: access.tokenFor, ...endpoint, logger });
  const replies = createReplies({ clientFor, rules });
  const conversation = createMessenger({ clientFor, logger, rules, clock: { now: () => new Date() } });
  const { model } = options;
  const readAgain = createReadAgain({
    ...{ store, settings, replies, clock },
    report: (_cause, ids) => logger.error('gave up a second reading', ids),
  });
  const other = model && { engine: model, switches: modelSwitches, readAgain };
  const work = () =>
    store.start(
      createDeliverReview({ engine, other, store, settings, conversation, clock }),
      createGiveUp({ store, conversation, report: (_cause, ids) => logger.error('gave up', ids) }),
    );
  await work();

  const { receiver, start, stop } = createHttpReceiver({
    signingSecret: SIGNING_SECRET,
    host: '127.0.0.1',
    port: 0,
    logger,
    install: access.install,
  });
  await createSlackApp({
    receiver,
    authorization: access.authorization,
    acceptReview: createAcceptReview({
      ...{ store: acceptWith(store), settings, clock },
      limit: createLimitRequests({ reviews: store, clock, limits }),
    }),
    replies: replyUseCases(store, clientFor, rules),
    editor: {
      checkNow: createCheckNow({ engine, settings, clock }),
      reviseReply: createReviseReply({ engine, settings, store, replies, clock }),
      revisions: store,
      replies,
    },
    reviews: store,
    forgetting: {
      leaveWorkspace: createLeaveWorkspace({ erasure, hasAccess: createHasAccess(clientFor) }),
      forgetPerson: erasure.forgetPerson,
    },
    settings,
    digests: {
      store: digests,
      turnOn: createTurnOnDigest({ digests, clock }),
      gather: options.gather ?? createGatherDigest({ reviews, settings, rules }),
      clock,
    },
    model: model && { name: model.name, switches: modelSwitches },
    settingsAdmins: options.settingsAdmins ?? [],
    supportUrl: options.supportUrl,
    rules,
    ...endpoint,
    logger,
  });
  const botUrl = `http://127.0.0.1:${await start()}`;
  const driverOf = (team: DriverOptions['team'], more: Pick<DriverOptions, 'headers' | 'sentAt'> = {}) =>
    createSlackDriver({
      eventsUrl: `${botUrl}/slack/events`,
      signingSecret: SIGNING_SECRET,
      team,
      appId: slack.appId,
      ...more,
    });
  // Signed anew each time, as by another delivery: the bot takes the same signature once. Counted from one moment,
  // because the second that goes by between two deliveries would make up for the one between their times.
  const begun = Date.now();
  let repeated = 0;
  const repeating = {
    headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
    sentAt: () => new Date(begun - ++repeated * 1000),
  };

  return {
    slack,
    gate,
    responseUrls,
    driver: driverOf(slack.team),
    /** Slack that says it repeats itself. */
    again: driverOf(slack.team, repeating),
    /** Slack as it speaks for people of another workspace. */
    driverOf,
    store,
    settings,
    modelSwitches,
    installations,
    erasure,
    digests,
    botUrl,
    signingSecret: SIGNING_SECRET,
    logLines: lines,
    /** Somebody acts in a channel: fresh trigger id and response_url. */
    async act(
      where: 'support' | 'orders' | 'backstage' = 'support',
      who: 'dana' | 'kim' = 'dana',
    ): Promise<Act> {
      return {
        user: slack.user(who),
        channel: slack.channel(where),
        triggerId: await slack.trigger(),
        responseUrl: responseUrls.create(),
      };
    },
    /** A review as the store knows it, by the id that its buttons carry. */
    review: (id: string): ReviewKey => ({ id, teamId: slack.team.id, enterpriseId: undefined }),
    /** Works off jobs again after `store.stop`. */
    work,
    /** Resolves when every job has been answered or given up. */
    async settled() {
      await store.idle();
      await readAgain.settled();
    },
    async close(): Promise<void> {
      await stop();
      await store.stop(1000);
      await readAgain.stop();
      await Promise.all([gate.close(), responseUrls.close(), slack.close()]);
    },
  };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;
