import { expect, test } from 'vitest';
import { createTraffic } from '../../src/sandbox/traffic.ts';

test('what is sent is kept as it reads, without the token', () => {
  const traffic = createTraffic(() => undefined);
  const form = new URLSearchParams({ token: 'xoxb-1', channel: 'C1', blocks: '[{"type":"divider"}]' });
  traffic.noteFromBot('chat.postMessage', form.toString(), 200, '{"ok":true}');
  traffic.noteFromBot('response_url', '{"text":"a=b"}', 200, 'ok');
  expect(traffic.all()).toMatchObject([
    { to: 'slack', what: 'chat.postMessage', status: 200, answered: { ok: true } },
    { to: 'slack', what: 'response_url', sent: { text: 'a=b' }, answered: 'ok' },
  ]);
  expect(traffic.all()[0]?.sent).toEqual({ channel: 'C1', blocks: [{ type: 'divider' }] });
});

test('a hundred are kept, the newest', () => {
  const traffic = createTraffic(() => undefined);
  for (let call = 0; call < 150; call++) traffic.noteFromBot(`call ${call}`, '', 200, '');
  expect(traffic.all()).toHaveLength(100);
  expect(traffic.all().at(-1)?.what).toBe('call 149');
});
