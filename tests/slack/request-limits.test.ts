import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '../../src/sandbox/slack-driver.ts';
import { callbacks, editorActions } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import { openForm } from '../support/open-form.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

const DRAFT = 'We are sorry if anyone was affected &lt;today&gt;.';

let harness: Harness;
beforeEach(async () => {
  await harness?.close();
  harness = await startHarness({ limits: { perPerson: 2, perWorkspace: 3 } });
});
afterAll(() => harness.close());

const posted = () => harness.gate.calls('chat.postMessage').length;

/** Sends a draft as somebody; resolves to the answer to the command. */
async function command(act: Act) {
  const answer = await harness.driver.command(DRAFT, act);
  const text = await answer.text();
  await harness.settled();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

async function twice(who: 'dana' | 'kim') {
  const acts = [await harness.act('support', who), await harness.act('support', who)];
  for (const act of acts) expect(await command(act)).toEqual({ status: 200, body: undefined });
  return acts;
}

describe('somebody who has sent as many drafts as one may', () => {
  test('is told so alone, and gets the draft back', async () => {
    await twice('dana');
    const before = posted();
    const { status, body } = await command(await harness.act('orders', 'dana'));
    expect([status, body.response_type]).toEqual([200, 'ephemeral']);
    expect(body.text).toMatch(/^You have sent me 2 drafts within ten minutes.*again in a few minutes/);
    expect(literalText(body.blocks)).toContain('We are sorry if anyone was affected <today>.');
    expect(posted()).toBe(before);
  });

  test('keeps nobody else from sending one', async () => {
    await twice('dana');
    expect((await command(await harness.act('support', 'kim'))).body).toBeUndefined();
  });

  test('is told so in the form, which stays open, and beside a message', async () => {
    await twice('dana');
    const act = await harness.act('support', 'dana');
    const answer = await harness.driver.submitView(
      {
        ...{ id: 'V1', callback_id: callbacks.draftModal, private_metadata: '{}' },
        values: {
          draft: { draft_input: { value: 'We are sorry.' } },
          conversation: { conversation_select: { selected_conversation: act.channel.id } },
        },
      },
      act,
    );
    expect(await answer.json()).toEqual({
      response_action: 'errors',
      errors: { draft: expect.stringContaining('2 drafts within ten minutes') },
    });
    const message = { ts: '1.1', text: DRAFT, user: act.user.id };
    await harness.driver.messageShortcut(callbacks.checkApology, message, act);
    await expect
      .poll(() => harness.responseUrls.shown(act.responseUrl)[0]?.text)
      .toContain('2 drafts within ten minutes');
  });

  test('hears nothing of it where Slack delivers an earlier one again', async () => {
    const [first] = await twice('dana');
    const answer = await harness.driver.command(DRAFT, first as Act, new Date(Date.now() - 2000));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});

test('a workspace that has sent as many as it may: everybody is told so', async () => {
  await twice('dana');
  await command(await harness.act('support', 'kim'));
  const { body } = await command(await harness.act('support', 'kim'));
  expect(body.text).toMatch(/^All of you in this workspace have together sent me 3 drafts/);
});

test('checks in a form are counted on their own: after very many the form says so and keeps the text', async () => {
  const form = await openForm(harness, 'kim', (act) => harness.driver.command('', act));
  form.type('Your draft', 'We are sorry if anyone was affected.');
  for (let checks = 0; checks < 121; checks += 1) await form.press(editorActions.checkAgain);
  expect(form.words()).toContain('checked a great many times');
  expect(form.draft()).toEqual(['We are sorry if anyone was affected.']);
});
