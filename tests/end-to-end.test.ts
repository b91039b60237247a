import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { checklistOf } from '../src/evaluator/checklist.ts';
import { reviewDraft } from '../src/evaluator/evaluate.ts';
import { RULES } from '../src/evaluator/rules/index.ts';
import { requestProfile } from '../src/reviews/request-profile.ts';
import { createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { readCommand } from '../src/slack/commands/command-words.ts';
import { escapeText } from '../src/slack/views/escape.ts';
import { reviewMessage } from '../src/slack/views/review-message.ts';
import { literalText } from './support/literal-text.ts';
import { BOT_TOKEN, type LocalSlack, type StoredMessage, startLocalSlack } from './support/local-slack.ts';
import { type ResponseUrls, startResponseUrls } from './support/response-urls.ts';
import { type Main, startMain } from './support/start-main.ts';

const COUNT = 200;
const SIGNING_SECRET = 'a-secret-of-this-test';
const line = z.object({ id: z.string(), text: z.string() });

/** The first drafts of the invented corpus that `/apology-check` would read as drafts. */
async function drafts(): Promise<string[]> {
  const files = await Promise.all(
    ['invented', 'invented-2'].map((name) =>
      readFile(new URL(`labels/${name}.jsonl`, import.meta.url), 'utf8'),
    ),
  );
  return files
    .flatMap((text) => text.trim().split('\n'))
    .map((text) => line.parse(JSON.parse(text)).text.trim())
    .filter((text) => {
      const wish = readCommand(escapeText(text));
      return wish.kind === 'draft' && wish.visibility === 'thread';
    })
    .slice(0, COUNT);
}

let slack: LocalSlack;
let responseUrls: ResponseUrls;
let dataDir: string;
let main: Main;
beforeAll(async () => {
  slack = await startLocalSlack();
  responseUrls = await startResponseUrls();
  dataDir = await mkdtemp(join(tmpdir(), 'apology-end-to-end-'));
  main = await startMain({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: `${slack.url}/api/`,
    DATA_DIR: dataDir,
    // Two people send what two hundred would.
    MAX_DRAFTS_PER_PERSON: '1000',
    PORT: '0',
  });
});
afterAll(async () => {
  await main.stop('SIGKILL');
  await Promise.all([slack.close(), responseUrls.close()]);
  await rm(dataDir, { recursive: true, force: true });
});

const CHANNELS = ['support', 'orders'] as const;

/** Every thread of both channels. */
async function threads(): Promise<StoredMessage[][]> {
  const perChannel = CHANNELS.map(async (name) => {
    const { id } = slack.channel(name);
    const parents = await slack.messages(id);
    return Promise.all(parents.map(({ ts }) => slack.thread(id, ts)));
  });
  return (await Promise.all(perChannel)).flat();
}

/** Resolves once so many replies stand in threads, or ten seconds have brought no more. */
async function answered(count: number): Promise<void> {
  let replies = -1;
  for (let lastNews = Date.now(); replies < count && Date.now() - lastNews < 10_000; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const found = await threads();
    const now = found.flat().length - found.length;
    if (now > replies) lastNews = Date.now();
    replies = now;
  }
}

test('200 drafts each get one parent, one reply in its thread, and the right checklist', async () => {
  const asked = await drafts();
  expect(asked).toHaveLength(COUNT);
  const driver = createSlackDriver({
    eventsUrl: `${main.url}/slack/events`,
    signingSecret: SIGNING_SECRET,
    team: slack.team,
    appId: slack.appId,
  });

  const answers = await Promise.all(
    asked.map(async (draft, index) => {
      const channel = slack.channel(CHANNELS[index % 2] ?? 'support');
      const act = {
        user: slack.user(index % 3 === 0 ? 'kim' : 'dana'),
        channel,
        triggerId: `trigger-${index}`,
        responseUrl: responseUrls.create(),
      };
      const answer = await driver.command(escapeText(draft), act);
      return [answer.status, await answer.text()];
    }),
  );
  expect(answers).toEqual(asked.map(() => [200, '']));

  await answered(COUNT);
  // What still runs is finished first, so that a second reply would be seen.
  expect(await main.stop()).toBe(0);
  const found = await threads();
  const byDraft = Map.groupBy(found, ([parent]) => literalText(parent?.blocks?.slice(1)));
  expect(found).toHaveLength(COUNT);
  for (const draft of asked) {
    const same = asked.filter((other) => other === draft).length;
    const [thread = [], ...others] = byDraft.get(draft) ?? [];
    expect(others).toHaveLength(same - 1);
    expect(thread).toHaveLength(2);
    const review = reviewDraft(draft);
    const profile = requestProfile({ draft, context: {} });
    const reply = thread[1]?.text ?? '';
    expect(reply).toBe(reviewMessage(review, { draft, profile }).text);
    const { headline, fixes } = checklistOf(review, RULES, profile);
    const shown = literalText(thread[1]?.blocks);
    expect(reply).toContain(escapeText(headline));
    for (const { title, advice } of fixes) {
      expect(shown).toContain(title);
      expect(shown.indexOf(advice)).toBeGreaterThan(shown.indexOf(title));
    }
  }
  expect(responseUrls.shown()).toEqual([]);
  expect(new Set(found.map(([, reply]) => reply?.text.split('\n')[0])).size).toBeGreaterThan(2);
});
