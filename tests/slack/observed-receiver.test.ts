import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { afterEach, expect, test, vi } from 'vitest';
import { reviewId } from '../../src/reviews/review-id.ts';
import { observedReceiver } from '../../src/slack/observed-receiver.ts';
import { logIds } from '../../src/telemetry/log-context.ts';

type Listener = (event: ReceiverEvent) => Promise<void>;

/** A receiver that delivers one body to an app whose listeners are `listen`; resolves to what was counted. */
async function deliver(body: object, listen: Listener, retryNum?: number) {
  const counted: unknown[][] = [];
  const acknowledgements: unknown[] = [];
  let app: Pick<App, 'processEvent'> | undefined;
  const receiver: Receiver = {
    init: (to) => {
      app = to;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  observedReceiver(receiver, {
    acknowledged: (kind, outcome, ms) => void counted.push([kind, outcome, Math.round(ms)]),
  }).init({ processEvent: listen } as App);
  const event: ReceiverEvent = {
    body,
    ack: async (response) => void acknowledgements.push(response),
    ...(retryNum === undefined ? {} : { retryNum }),
  };
  await app?.processEvent(event).catch(() => undefined);
  return { counted, acknowledgements };
}

afterEach(() => vi.restoreAllMocks());

/** Lets this much time pass, in ms. */
const pass = (ms: number) => {
  const now = performance.now() + ms;
  vi.spyOn(performance, 'now').mockReturnValue(now);
};

test.each([
  ['command', { command: '/apology-check', text: 'sorry' }],
  ['shortcut', { type: 'message_action' }],
  ['shortcut', { type: 'shortcut' }],
  ['view', { type: 'view_submission', view: { id: 'V1' } }],
  ['action', { type: 'block_actions', view: { id: 'V1' } }],
  ['event', { type: 'event_callback', event: { type: 'app_mention' } }],
  ['other', { type: 'block_suggestion' }],
  ['other', { command: 7 }],
])('a %s is counted with the time until it was acknowledged, once', async (kind, body) => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const { counted, acknowledgements } = await deliver(body, async ({ ack }) => {
    vi.spyOn(performance, 'now').mockReturnValue(120);
    await ack('answer');
    vi.spyOn(performance, 'now').mockReturnValue(9000);
    await ack();
  });
  expect(counted).toEqual([[kind, 'in-time', 120]]);
  expect(acknowledgements).toEqual(['answer', undefined]);
});

test('an acknowledgement after three seconds is late, and none at all is told apart from that', async () => {
  const late = await deliver({ type: 'shortcut' }, async ({ ack }) => {
    pass(3100);
    await ack();
  });
  expect(late.counted).toMatchObject([['shortcut', 'late', expect.any(Number)]]);
  for (const listen of [async () => undefined, () => Promise.reject(new Error('it failed'))])
    expect((await deliver({ type: 'shortcut' }, listen)).counted).toMatchObject([
      ['shortcut', 'never', expect.any(Number)],
    ]);
});

test('what is logged meanwhile carries ids, and neither people nor words', async () => {
  const ids: unknown[] = [];
  const listen: Listener = async () => void ids.push(logIds());
  const user = { id: 'U1', name: 'dana' };
  await deliver(
    {
      ...{ command: '/apology-check', text: 'sorry', user_id: 'U1', trigger_id: '1.2.x' },
      ...{ team_id: 'T1', channel_id: 'C1', response_url: 'https://hooks.slack.com/x' },
    },
    listen,
    2,
  );
  await deliver({ type: 'view_submission', team: { id: 'T1' }, user, view: { id: 'V1' } }, listen);
  await deliver({ event_id: 'Ev1', team_id: 'T1', event: { user: 'U1', channel: 'C1', text: 'a' } }, listen);
  // Installed for a whole organisation: the request has the id that its review will have.
  const organisation = { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'true' };
  await deliver({ command: '/apology-check', trigger_id: '1.3.x', ...organisation }, listen);
  expect(ids).toEqual([
    { kind: 'command', request: reviewId({ teamId: 'T1' }, '1.2.x'), team: 'T1', channel: 'C1', retry: 2 },
    { kind: 'view', request: reviewId({ teamId: 'T1' }, 'V1'), team: 'T1' },
    { kind: 'event', request: 'Ev1', team: 'T1', channel: 'C1' },
    { kind: 'command', request: reviewId({ enterpriseId: 'E1' }, '1.3.x'), team: 'E1' },
  ]);
});
