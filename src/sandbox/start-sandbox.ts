import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashKeyFrom } from '../adapters/storage/hash-key.ts';
import { NotLoopbackError } from './errors.ts';
import { startLocalSlack } from './local-slack.ts';
import { isLoopback } from './loopback.ts';
import { startPageServer } from './page-server.ts';
import { createPrivateScreens } from './private-screens.ts';
import { SEED_DRAFTS } from './seed-drafts.ts';
import { seedQuarter } from './seed-quarter.ts';
import { createSlackDriver } from './slack-driver.ts';
import { startSlackFront } from './slack-front.ts';
import { createTraffic } from './traffic.ts';
import { createWorkspace } from './workspace.ts';

export interface SandboxOptions {
  readonly host: string;
  readonly port: number;
  /** Starts the bot as it would run anywhere, on 127.0.0.1; `port` is where it takes Slack's requests. */
  readonly startBot: (slack: {
    readonly botToken: string;
    readonly signingSecret: string;
    readonly slackApiUrl: string;
    readonly dataDir: string;
  }) => Promise<{ readonly port: number; stop(): Promise<void> }>;
}

/**
 * A workspace on this machine with the real bot in it. Throws NotLoopbackError, what `startBot` throws,
 * and the error of `listen` when the port is taken; then nothing is left running.
 */
export async function startSandbox({ host, port, startBot }: SandboxOptions) {
  if (!isLoopback(host)) throw new NotLoopbackError();
  const endings: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of endings.splice(0).toReversed()) await end();
  };
  try {
    let announce = (): void => undefined;
    const changed = (): void => announce();
    const triggers = new Map<string, string>();
    const signingSecret = randomBytes(16).toString('hex');
    const dataDir = await mkdtemp(join(tmpdir(), 'apology-review-sandbox-'));
    endings.push(() => rm(dataDir, { recursive: true, force: true }));

    const slack = await startLocalSlack();
    endings.push(slack.close);
    for (const { by, text } of SEED_DRAFTS) {
      const author = slack.people.find(({ name }) => name === by);
      if (author) await slack.say(author, text);
    }
    const people = slack.people.map(({ id }) => id);
    const place = { teamId: slack.team.id, channelId: slack.channel.id };
    const hashKey = hashKeyFrom(signingSecret);
    await seedQuarter({ dataDir, hashKey, ...place, people, now: new Date() });

    const screens = createPrivateScreens(changed);
    const traffic = createTraffic(changed);
    const userOf = (triggerId: string) => triggers.get(triggerId);
    const front = await startSlackFront({ upstream: slack.url, screens, userOf, traffic, changed });
    endings.push(front.close);

    const { botToken, team, appId } = slack;
    const bot = await startBot({ botToken, signingSecret, slackApiUrl: front.slackApiUrl, dataDir });
    endings.push(bot.stop);

    const eventsUrl = `http://127.0.0.1:${bot.port}/slack/events`;
    const driver = createSlackDriver({ eventsUrl, signingSecret, team, appId, post: traffic.fetch });
    const workspace = createWorkspace({ slack, front, screens, driver, triggers, traffic, changed });
    const page = await startPageServer({ workspace, host, port, firstPerson: slack.people[0]?.id ?? '' });
    endings.push(page.close);
    announce = page.announce;
    return { url: page.url, port: page.port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
