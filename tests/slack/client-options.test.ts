import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { clientOptions } from '../../src/slack/client-options.ts';
import { createTestLogger } from '../support/test-logger.ts';

/** A client whose calls fail like this, until they succeed; and how often it made one. */
function failing(...causes: readonly unknown[]) {
  const left = [...causes];
  let made = 0;
  const client = new WebClient('xoxb-1', {
    ...clientOptions(),
    logger: createTestLogger().logger,
    fetch: async () => {
      made += 1;
      const cause = left.shift();
      if (cause !== undefined) throw new TypeError('fetch failed', { cause });
      return new Response('{"ok":true,"ts":"1.1"}');
    },
  });
  return { post: () => client.chat.postMessage({ channel: 'C1', text: 'hello' }), made: () => made };
}

const coded = (code: string) => Object.assign(new Error(code), { code });

test.each(['ECONNREFUSED', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
  '%s: Slack never heard of it, so the call is made again at once',
  async (code) => {
    const { post, made } = failing(coded(code));
    expect(await post()).toMatchObject({ ts: '1.1' });
    expect(made()).toBe(2);
  },
);

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
  '%s: Slack may have done it, so it is not made again',
  async (code) => {
    const { post, made } = failing(coded(code));
    await expect(post()).rejects.toThrow('fetch failed');
    expect(made()).toBe(1);
  },
);

test('options are made anew for each client, without headers that clients would share', () => {
  expect(clientOptions()).not.toBe(clientOptions());
  expect(clientOptions().retryConfig).not.toBe(clientOptions().retryConfig);
  expect(clientOptions()).not.toHaveProperty('headers');
});
