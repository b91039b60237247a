import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxPage, wordsOf } from '../support/sandbox-page.ts';
import { type Main, startMain } from '../support/start-main.ts';

let main: Main;
let page: ReturnType<typeof sandboxPage>;
beforeAll(async () => {
  main = await startMain({ PORT: '0' });
  page = sandboxPage(main.url);
});
afterAll(() => main.stop('SIGKILL'));

const DRAFT = 'We are sorry if <anyone> was affected & our courier messed up.';

describe('the channel', () => {
  test('starts with five drafts by three people', async () => {
    const { messages, people } = await page.look();
    expect(people).toHaveLength(5);
    expect(messages).toHaveLength(5);
    expect(new Set(messages.map(({ author }) => author)).size).toBe(3);
  });

  test('a command shows the draft, and the checklist in its thread', async () => {
    await page.send('/messages', { text: `/apology-check ${DRAFT}` });
    const parent = await page.see(({ messages }) => messages.find(({ replies }) => replies.length > 0));
    expect(wordsOf(parent.html)).toContain(`@Mara Lindqvist asked for a look at this draft: ${DRAFT}`);
    expect(parent.replies).toHaveLength(1);
    expect(parent.replies[0]?.isBot).toBe(true);
    expect(wordsOf(parent.replies[0]?.html ?? '')).toMatch(/\d of 100 · judged by rules/);
  });

  test('words without a slash are a message of the person', async () => {
    await page.send('/messages', { text: 'Thanks, all <b>three</b> of you' }, 'tobi');
    const message = await page.see(({ messages }) =>
      messages.find(({ html }) => html.includes('Thanks, all')),
    );
    expect(message).toMatchObject({ author: 'Tobi Adeyemi', isBot: false });
    expect(message.html).toContain('&lt;b&gt;three&lt;/b&gt;');
  });

  test('the shortcut on a message is answered in its thread', async () => {
    const [, second] = (await page.look()).messages;
    await page.send('/shortcuts', { callbackId: 'check_apology', ts: second?.ts });
    const checked = await page.see(({ messages }) => (messages[1]?.replies.length ? messages[1] : undefined));
    expect(checked.ts).toBe(second?.ts);
    expect(checked.replies.map(({ isBot }) => isBot)).toEqual([true]);
  });

  test('what is for one person, nobody else sees', async () => {
    await page.send('/messages', { text: `/apology-check private ${DRAFT}` }, 'priya');
    const shown = await page.see(({ messages }) => messages.find(({ isPrivate }) => isPrivate), 'priya');
    expect(wordsOf(shown.html)).toContain('judged by rules');
    expect((await page.look('mara')).messages.filter(({ isPrivate }) => isPrivate)).toEqual([]);
  });

  test('a command in a thread is refused as Slack does, privately', async () => {
    const [first] = (await page.look()).messages;
    await page.send('/messages', { text: `/apology-check ${DRAFT}`, threadTs: first?.ts }, 'tobi');
    const { messages } = await page.look('tobi');
    expect(messages[0]?.replies.map(({ isPrivate }) => isPrivate)).toEqual([true]);
  });
});

describe('the form', () => {
  const values = (draft: string | null, channelId: string) => ({
    draft: { draft_input: { type: 'plain_text_input', value: draft } },
    channel: { channel_select: { type: 'static_select', selected_option: { value: 'email' } } },
    what_happened: { what_happened_input: { type: 'plain_text_input', value: null } },
    customer_words: { customer_words_input: { type: 'plain_text_input', value: null } },
    conversation: {
      conversation_select: { type: 'conversations_select', selected_conversation: channelId },
    },
    only_me: { only_me_checkbox: { type: 'checkboxes', selected_options: [{ value: 'only_me' }] } },
  });

  test.each([
    ['the command alone', '/messages', { text: '/apology-check' }],
    ['the global shortcut', '/shortcuts', { callbackId: 'check_apology_global' }],
  ])('%s opens it, and it can be sent', async (_, path, body) => {
    const before = (await page.look('tobi')).messages.length;
    await page.send(path, body, 'tobi');
    const form = await page.see((state) => state.form, 'tobi');
    const { channel } = (await page.look()) as unknown as { channel: { id: string } };

    const refused = await page.send('/forms', { id: form.id, values: values(null, channel.id) }, 'tobi');
    expect(refused).toMatchObject({ errors: { draft: expect.stringMatching(/\S/) } });
    expect((await page.look('tobi')).form?.id).toBe(form.id);

    expect(await page.send('/forms', { id: form.id, values: values(DRAFT, channel.id) }, 'tobi')).toEqual({});
    const { messages } = await page.see(
      (state) => (state.messages.length > before ? state : undefined),
      'tobi',
    );
    expect(messages.at(-1)).toMatchObject({ isPrivate: true });
    expect((await page.look('tobi')).form).toBeNull();
  });
});

test('a button of the form is answered in the form', async () => {
  await page.send('/messages', { text: '/apology-check' }, 'priya');
  const form = await page.see((state) => state.form, 'priya');
  const values = { draft: { draft_input: { value: DRAFT } } };
  await page.send(
    '/presses',
    { on: { form: form.id, values }, blockId: 'check', actionId: 'check_again' },
    'priya',
  );
  const html = await page.see(({ form: now }) => {
    const drawn = JSON.stringify(now?.blocks);
    return drawn.includes('of 100') ? drawn : undefined;
  }, 'priya');
  expect(html).toContain('our courier messed up');
});

describe('the app', () => {
  test('answers a mention in a thread there', async () => {
    const [first] = (await page.look()).messages;
    const text = `@Apology review ${DRAFT}`;
    await page.send('/messages', { text, threadTs: first?.ts }, 'tobi');
    const answered = await page.see(({ messages }) => {
      const last = messages[0]?.replies.at(-1);
      return last?.isBot && !last.isPrivate ? last : undefined;
    });
    expect(wordsOf(answered.html)).toContain('judged by rules');
  });

  test('has a Home tab for each person, whose button opens the form', async () => {
    await page.send('/home', {}, 'priya');
    const home = await page.see((state) => state.home, 'priya');
    expect(wordsOf(home.html)).toContain('Your last 10 checks');
    expect((await page.look('mara')).home).toBeNull();
    await page.send('/presses', { on: { home: true }, blockId: '', actionId: 'home_open_form' }, 'priya');
    expect((await page.see(({ form }) => form, 'priya')).callback_id).toBe('draft_modal');
  });

  test('opens its settings for the admin and tells everybody else who may', async () => {
    await page.send('/messages', { text: '/apology-check settings' }, 'mara');
    const settings = await page.see(({ form }) => form, 'mara');
    expect(settings.callback_id).toBe('channel_settings');
    expect(wordsOf(JSON.stringify(settings.blocks))).toContain('for everybody in #support');
    await page.send('/messages', { text: '/apology-check settings' }, 'tobi');
    const shown = await page.see(
      ({ messages }) =>
        messages.find(({ isPrivate, html }) => isPrivate && html.includes('admins and owners')),
      'tobi',
    );
    expect(wordsOf(shown.html)).toContain('the admins and owners of this workspace');
  });
});

describe('a page of somebody else', () => {
  const status = (headers: Record<string, string>, method = 'GET', path = '/state') =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request(main.url + path, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });

  test('is refused by its host and by its origin', async () => {
    expect(await status({})).toBe(200);
    expect(await status({ host: 'attacker.example' })).toBe(403);
    expect(await status({ origin: 'https://attacker.example' }, 'GET', '/traffic')).toBe(403);
    expect(await status({ host: `attacker.example:${new URL(main.url).port}` })).toBe(403);
    expect(await status({ origin: 'https://attacker.example' }, 'POST')).toBe(403);
    expect(await status({ origin: 'null' }, 'POST')).toBe(403);
  });

  test('can send nothing that a browser sends without asking first', async () => {
    expect(await status({ 'content-type': 'text/plain' }, 'POST')).toBe(415);
  });
});

test('nothing of the page comes from elsewhere', async () => {
  const scripts = readdirSync(new URL('../../src/sandbox/page', import.meta.url)).filter((name) =>
    name.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(5);
  for (const path of ['/', '/page.css', '/blocks.css', ...scripts.map((name) => `/${name}`)]) {
    const response = await fetch(main.url + path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(await response.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\/|url\(["']?(?:https?:)?\/\//);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});
