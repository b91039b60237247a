import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore, type MemoryStore } from '../../src/adapters/storage/memory-store.ts';
import type { Engine } from '../../src/evaluator/engine.ts';
import type { Rule } from '../../src/evaluator/rule.ts';
import { createAcceptReview } from '../../src/reviews/accept-review.ts';
import { createCheckNow } from '../../src/reviews/check-now.ts';
import { createDeliverReview } from '../../src/reviews/deliver-review.ts';
import { createGiveUp } from '../../src/reviews/give-up.ts';
import type { ReviewStore } from '../../src/reviews/ports.ts';
import { createReviseReply } from '../../src/reviews/revise-reply.ts';
import { type Act, createSlackDriver } from '../../src/sandbox/slack-driver.ts';
import { createSlackApp } from '../../src/slack/app.ts';
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
  readonly rules?: readonly Rule[];
  /** People besides the workspace's admins who may change settings. */
  readonly settingsAdmins?: readonly string[];
  readonly supportUrl?: string;
  /** Stands before the store that the listeners write to. */
  readonly acceptWith?: (store: MemoryStore) => Pick<ReviewStore, 'accept'>;
}

const SIGNING_SECRET = 'a-secret-of-this-test';

const sampleEngine: Engine = { name: 'rules', review: async (text) => reviewOf(text) };

/**
 * The real Bolt app over HTTP, a Slack on this machine behind a gate that notes every call, and a
 * memory store. Nothing leaves the machine.
 */
export async function startHarness(options: HarnessOptions = {}) {
  const { engine = sampleEngine, rules = SAMPLE_RULES, acceptWith = (store) => store } = options;
  const slack = await startLocalSlack();
  const responseUrls = await startResponseUrls();
  const gate = await startWebApiGate(slack.url);
  const { logger, lines } = createTestLogger();
  const clock = { now: () => new Date('2026-03-02T10:00:00Z') };

  const settings = createMemorySettings(clock);
  const store = createMemoryStore({ tries: 3, backOffMs: () => 5 });
  const clientFor = createTeamClients({
    tokenFor: async () => BOT_TOKEN,
    slackApiUrl: gate.slackApiUrl,
    logger,
  });
  const replies = createReplies({ clientFor, rules });
  const conversation = createMessenger({ clientFor, logger, rules });
  await store.start(
    createDeliverReview({ engine, store, settings, conversation, clock }),
    createGiveUp({ store, conversation, report: (_cause, ids) => logger.error('gave up', ids) }),
  );

  const { receiver, start, stop } = createHttpReceiver({
    signingSecret: SIGNING_SECRET,
    host: '127.0.0.1',
    port: 0,
    logger,
  });
  await createSlackApp({
    receiver,
    authorization: { token: BOT_TOKEN },
    acceptReview: createAcceptReview({ store: acceptWith(store), settings, clock }),
    replies: replyUseCases(store, clientFor, rules),
    editor: {
      checkNow: createCheckNow({ engine, settings, clock }),
      reviseReply: createReviseReply({ engine, settings, store, replies, clock }),
      revisions: store,
      replies,
    },
    reviews: store,
    settings,
    settingsAdmins: options.settingsAdmins ?? [],
    supportUrl: options.supportUrl,
    rules,
    slackApiUrl: gate.slackApiUrl,
    logger,
  });
  const botUrl = `http://127.0.0.1:${await start()}`;
  const driver = createSlackDriver({
    eventsUrl: `${botUrl}/slack/events`,
    signingSecret: SIGNING_SECRET,
    team: slack.team,
    appId: slack.appId,
  });

  return {
    slack,
    gate,
    responseUrls,
    driver,
    store,
    settings,
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
    /** Resolves when every job has been answered or given up. */
    settled: () => store.idle(),
    async close(): Promise<void> {
      await stop();
      await store.stop(1000);
      await Promise.all([gate.close(), responseUrls.close(), slack.close()]);
    },
  };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;
