import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileDrafts } from '../../scripts/hostile-drafts.ts';
import { rulesEngine } from '../../src/adapters/engines/rules-engine.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import type { Act } from '../../src/sandbox/slack-driver.ts';
import { callbacks, editorActions, replyActions } from '../../src/slack/ids.ts';
import { liveParts, liveText } from '../support/live-parts.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';
import type { ApiCall } from '../support/web-api-gate.ts';

const DRAFTS = hostileDrafts();
const KINDS = Object.entries(Object.groupBy(DRAFTS, ({ kind }) => kind)).map(
  ([kind, drafts = []]) => [kind, drafts] as const,
);

let harness: Harness;
let actor: Act;
let acts = 0;
beforeAll(async () => {
  harness = await startHarness({ engine: rulesEngine, rules: RULES });
  actor = await harness.act();
  // Slack takes everything; what it was sent is what counts.
  harness.gate.answer('chat.postMessage', { ok: true, ts: '1700000000.000100' });
  harness.gate.answer('chat.update', { ok: true, ts: '1700000000.000100' });
  harness.gate.answer('views.open', { ok: true });
  harness.gate.answer('views.update', { ok: true });
});
afterAll(() => harness.close());

const act = (): Act => ({
  ...actor,
  triggerId: `trigger-${++acts}`,
  responseUrl: harness.responseUrls.create(),
});

/** As Slack hands over what was typed. */
const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Resolves to the calls that Slack got meanwhile, and to what the person was shown or answered. */
async function during(send: (act: Act) => Promise<Response>, waitsFor?: string) {
  const before = harness.gate.calls().length;
  const calls = waitsFor === undefined ? 0 : harness.gate.calls(waitsFor).length;
  const doing = act();
  const response = await send(doing);
  const answer = await response.text();
  expect(response.status).toBe(200);
  await harness.settled();
  if (waitsFor !== undefined) await harness.gate.nextCall(waitsFor, calls);
  return {
    calls: harness.gate.calls().slice(before),
    shown: [...harness.responseUrls.shown(doing.responseUrl), ...(answer === '' ? [] : [JSON.parse(answer)])],
  };
}

type Sent = Awaited<ReturnType<typeof during>>;

/** What of it Slack would take for more than text. */
const problemsIn = ({ calls, shown }: Sent, word: string): string[] => {
  const suspect = { userId: actor.user.id, word };
  return [
    ...calls.flatMap(({ method, params }) => [
      ...liveParts(params, suspect, method),
      ...(params.text === undefined ? [] : liveText(params.text, actor.user.id)),
      ...(params.link_names === undefined ? [] : [`${method}: link_names`]),
      ...(method === 'chat.postMessage' && params.parse !== 'none' ? [`${method}: parse`] : []),
      ...(method === 'chat.postMessage' && params.unfurl_links !== 'false' ? [`${method}: unfurls`] : []),
    ]),
    ...shown.flatMap((answer) => [
      ...liveParts(answer, suspect, 'shown'),
      ...(answer.text === undefined ? [] : liveText(answer.text, actor.user.id)),
    ]),
  ];
};

interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly elements?: readonly { readonly action_id?: string }[];
  readonly element?: { readonly action_id: string; readonly initial_value?: string };
}

function buttonOf(blocks: readonly Block[], action: string) {
  for (const { block_id, elements = [] } of blocks) {
    const element = elements.find(({ action_id }) => action_id?.startsWith(action));
    if (element) return { type: 'button', ...element, block_id } as { type: string; action_id: string };
  }
  return undefined;
}

const returned = (view: ApiCall['params'], draft: string) => {
  const inputs = (view.blocks as Block[]).filter(({ type }) => type === 'input');
  let filled = 0;
  const values = Object.fromEntries(
    inputs.map(({ block_id = '', element }) => {
      const isDraft = element?.action_id === 'draft_input';
      const value = isDraft ? (filled++ === 0 ? draft : '') : (element?.initial_value ?? null);
      return [block_id, { [element?.action_id ?? '']: { value } }];
    }),
  );
  const { callback_id, private_metadata, blocks } = view;
  return { id: `V${++acts}`, type: 'modal', hash: 'h', callback_id, private_metadata, blocks, values };
};

describe.each(KINDS)('a draft of the kind "%s" is text and nothing else', (_, drafts) => {
  test.each(drafts.map(({ id, text }) => [id, text]))('%s', async (id, text) => {
    const { driver, slack } = harness;
    const problems: string[] = [];
    const look = (sent: Sent): Sent => {
      problems.push(...problemsIn(sent, id));
      return sent;
    };

    const ts = '1700000000.000001';
    const message = { ts, text, user: slack.user('dana').id };
    look(await during((doing) => driver.messageShortcut(callbacks.checkApologyPrivate, message, doing)));
    const asked = look(await during((doing) => driver.command(encoded(text), doing)));

    const [parent, reply] = asked.calls.map(({ params }) => params);
    if (parent !== undefined && reply !== undefined) {
      const posted = { ts, thread_ts: ts, blocks: reply.blocks };
      const edit = buttonOf(reply.blocks, replyActions.editAgain);
      const mark = buttonOf(reply.blocks, replyActions.dismiss);
      if (mark) look(await during((doing) => driver.pressInMessage(mark, posted, doing), 'chat.update'));
      if (!edit) throw new Error('the reply cannot be edited');
      const opened = look(await during((doing) => driver.pressInMessage(edit, posted, doing), 'views.open'));
      const form = returned(opened.calls.at(-1)?.params.view, text);
      const button = { type: 'button', action_id: editorActions.checkAgain, block_id: 'check' };
      const checked = look(await during((doing) => driver.pressInView(button, form, doing), 'views.update'));
      const again = returned(checked.calls.at(-1)?.params.view, text);
      look(await during((doing) => driver.submitView(again, doing)));
    } else {
      // Too long to be read: given back whole, to the person alone.
      expect(asked.shown[0]?.response_type).toBe('ephemeral');
    }
    expect(problems).toEqual([]);
    expect(harness.logLines.join('\n')).not.toContain(id);
  });
});

test('no draft reached the objects that everything has', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});
