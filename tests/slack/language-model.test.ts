import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EngineUnavailableError } from '../../src/errors.ts';
import type { Engine } from '../../src/evaluator/engine.ts';
import type { Review } from '../../src/evaluator/review.ts';
import { homeActions, modelSwitch, replyActions } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import { BAD_DRAFT, reviewOf } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

const NAME = 'some-model (models.example.com)';
const asked: string[] = [];
let answer = Promise.withResolvers<Review>();
answer.promise.catch(() => undefined);
const model: Engine = {
  name: NAME,
  review: async (text) => {
    asked.push(text);
    return answer.promise;
  },
};
const better = (): Review => ({ ...reviewOf(BAD_DRAFT), engine: NAME, score: 22 });

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ model });
});
afterAll(() => harness.close());
beforeEach(() => {
  asked.splice(0);
  answer.reject(new EngineUnavailableError('timeout'));
  answer = Promise.withResolvers();
  answer.promise.catch(() => undefined);
});

const here = () => ({ teamId: harness.slack.team.id, enterpriseId: undefined });
const turn = (on: boolean) => harness.modelSwitches.set(here(), on, harness.slack.user('kim').id);

/** Dana asks; resolves when the rules' reply stands in the thread. */
async function ask() {
  const act = await harness.act();
  await harness.driver.command(BAD_DRAFT, act);
  await harness.store.idle();
  const parent = (await harness.slack.messages(act.channel.id)).at(-1);
  const reply = async () => {
    const [, found] = await harness.slack.thread(act.channel.id, parent?.ts ?? '');
    if (!found) throw new Error('no reply');
    return found;
  };
  return { act, reply };
}
/** Every word of a message, those of its small lines too. */
const textOf = ({ blocks }: { blocks?: unknown }) => JSON.stringify(blocks);

/** Presses a button of a reply as it stood. */
async function press(message: Awaited<ReturnType<Awaited<ReturnType<typeof ask>>['reply']>>, action: string) {
  const button = (message.blocks ?? [])
    .flatMap(({ block_id, elements = [] }) =>
      elements.map((element: { action_id?: string }) => ({ ...element, block_id })),
    )
    .find(({ action_id = '' }: { action_id?: string }) => action_id === action);
  await harness.driver.pressInMessage(button, { ...message }, await harness.act());
}

describe('a language model', () => {
  test('reads nothing as long as nobody turned it on', async () => {
    const { reply } = await ask();
    await harness.settled();
    expect(asked).toEqual([]);
    expect(textOf(await reply())).toContain('31 of 100 · judged by rules, nothing of this draft is kept');
  });

  test('does not keep anybody waiting: the rules answer, and what it says takes their place', async () => {
    await turn(true);
    const { reply } = await ask();
    const first = textOf(await reply());
    expect(first).toContain(`judged by rules; ${NAME} may add to it within half a minute`);
    expect(asked).toHaveLength(1);

    answer.resolve(better());
    await harness.settled();
    const second = textOf(await reply());
    expect(second).toContain(`22 of 100 · judged by rules and ${NAME}, nothing of this draft is kept here`);
    expect(second).not.toContain('The draft as it stands now');
    const id = (await reply()).metadata?.event_payload.review_id as string;
    expect(await harness.store.standing(harness.review(id))).toMatchObject({ score: 22, revision: 1 });
  });

  test('whose answer stands there can be worked with like any other', async () => {
    const { reply } = await ask();
    answer.resolve(better());
    await harness.settled();
    await press(await reply(), replyActions.dismiss);
    await expect.poll(async () => textOf(await reply())).toContain('Marked as not an issue');
    expect(textOf(await reply())).toContain(`judged by rules and ${NAME}`);
  });

  test('does not write over a finding that somebody marked meanwhile', async () => {
    const { reply } = await ask();
    await press(await reply(), replyActions.dismiss);
    await expect.poll(async () => textOf(await reply())).toContain('Marked as not an issue');
    const marked = textOf(await reply());
    answer.resolve(better());
    await harness.settled();
    expect(textOf(await reply())).toBe(marked);
  });

  test('does not bring back a review that somebody deleted meanwhile', async () => {
    const { act, reply } = await ask();
    const already = harness.gate.calls('chat.update').length;
    const gone = harness.gate.calls('chat.delete').length;
    await press(await reply(), replyActions.delete);
    await expect.poll(() => harness.gate.calls('chat.delete').length).toBeGreaterThan(gone + 1);
    answer.resolve(better());
    await harness.settled();
    expect(harness.gate.calls('chat.update')).toHaveLength(already);
    const texts = JSON.stringify(await harness.slack.messages(act.channel.id));
    expect(texts).not.toContain('22 of 100');
  });

  test('that does not answer leaves the reply of the rules', async () => {
    const { reply } = await ask();
    const before = textOf(await reply());
    answer.reject(new EngineUnavailableError('timeout'));
    await harness.settled();
    expect(textOf(await reply())).toBe(before);
    const id = (await reply()).metadata?.event_payload.review_id as string;
    expect(harness.store.record(id)).toMatchObject({ engine: 'rules', score: 31 });
  });

  test('takes what is kept back where Slack does not show its answer', async () => {
    const { reply } = await ask();
    harness.gate.refuse('chat.update', { error: 'cant_update_message' });
    answer.resolve(better());
    await harness.settled();
    const id = (await reply()).metadata?.event_payload.review_id as string;
    expect(await harness.store.standing(harness.review(id))).toMatchObject({ score: 31, revision: 0 });
    expect(harness.logLines.filter((line) => line.includes('second reading'))).toHaveLength(1);
    expect(harness.logLines.join('\n')).not.toContain('courier');
  });

  test.each<[string, () => void, string]>([
    ['has answered', () => answer.resolve(better()), `22 of 100 · judged by rules and ${NAME}`],
    [
      'does not answer',
      () => answer.reject(new EngineUnavailableError('timeout')),
      `31 of 100 · judged by rules, as ${NAME} did not answer`,
    ],
  ])('is waited for by an answer for one person alone: it %s', async (_what, settle, words) => {
    settle();
    const act = await harness.act();
    await harness.driver.command(`private ${BAD_DRAFT}`, act);
    await harness.settled();
    const [shown] = harness.responseUrls.shown(act.responseUrl);
    expect(textOf(shown ?? {})).toContain(words);
  });
});

describe('whether a language model reads', () => {
  const admin = (is: boolean) =>
    harness.gate.answer('users.info', { ok: true, user: { id: 'U1', is_admin: is } });
  async function open() {
    const act = await harness.act();
    const already = harness.gate.calls('views.open').length;
    const home = { id: 'VHOME', type: 'home', callback_id: '', private_metadata: '' };
    await harness.driver.pressInView({ action_id: homeActions.openModel }, home, act);
    return (await harness.gate.nextCall('views.open', already)).params.view;
  }
  async function choose(value: 'on' | 'off') {
    const answered = await harness.driver.submitView(
      {
        ...{ id: 'VMODEL', callback_id: modelSwitch.callback, private_metadata: '' },
        values: { [modelSwitch.block]: { [modelSwitch.action]: { selected_option: { value } } } },
      },
      await harness.act(),
    );
    const { view } = (await answered.json()) as { view: { blocks: unknown } };
    return literalText(view.blocks);
  }
  let opened = 0;
  async function home() {
    const already = harness.gate.calls('views.publish').length;
    opened += 1;
    const user = harness.slack.user('dana').id;
    const event = { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: `2.${opened}` };
    await harness.driver.event(event);
    return literalText((await harness.gate.nextCall('views.publish', already)).params.view.blocks);
  }

  test('is for an admin to say, who is told what leaves', async () => {
    await turn(false);
    admin(true);
    const view = await open();
    const text = literalText(view.blocks);
    for (const part of [NAME, 'What leaves', 'e-mail addresses', 'What never leaves'])
      expect(text).toContain(part);
    expect(JSON.stringify(view.blocks)).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"Off',
    );
    expect(await choose('on')).toContain(`From now on ${NAME} reads drafts`);
    expect(await harness.modelSwitches.read(here())).toMatchObject({
      on: true,
      changed: { by: harness.slack.user('dana').id },
    });
  });

  test('is shown to everybody in the Home tab and by "How this works"', async () => {
    expect(await home()).toContain(`The language model ${NAME} reads it as well`);
    const { reply } = await ask();
    answer.resolve(better());
    await harness.settled();
    const already = harness.gate.calls('views.open').length;
    await press(await reply(), replyActions.how);
    const how = literalText((await harness.gate.nextCall('views.open', already)).params.view.blocks);
    expect(how).toContain(`The language model ${NAME} reads it as well`);
    expect(how).toContain('What leaves');
    expect(how).not.toContain('nothing anywhere but to Slack');

    await choose('off');
    const without = await home();
    expect(without).toContain(`${NAME} could, but is turned off here`);
    expect(without).toContain('nothing anywhere but to Slack');
  });

  test('is not for anybody else to say, neither by the button nor by a form that is still open', async () => {
    admin(false);
    const view = await open();
    expect(view.submit).toBeUndefined();
    expect(literalText(view.blocks)).toContain('admins and owners of this workspace');
    expect(await choose('on')).toContain('admins and owners of this workspace');
    expect((await harness.modelSwitches.read(here())).on).toBe(false);
  });
});

test('where no model is configured nobody is offered one', async () => {
  const plain = await startHarness();
  const user = plain.slack.user('dana').id;
  const event = { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '3.1' };
  await plain.driver.event(event);
  const { view } = (await plain.gate.nextCall('views.publish', 0)).params;
  expect(JSON.stringify(view)).not.toContain(homeActions.openModel);
  expect(literalText(view.blocks)).toContain('No language model and no other service reads it.');
  await plain.close();
});
