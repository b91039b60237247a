import { expect, test } from 'vitest';
import { plainMessageText, plainText } from '../../src/slack/draft-text.ts';

test.each([
  ['Tom &amp; Kim &lt;3', 'Tom & Kim <3'],
  // Decoded once: somebody really wrote "&lt;".
  ['write &amp;lt; for a less-than sign', 'write &lt; for a less-than sign'],
  ['&lt;@U1&gt; is no mention', '<@U1> is no mention'],
  ['see <https://example.com/a?b=1&amp;c=2>', 'see https://example.com/a?b=1&c=2'],
  ['see <http://example.com|example.com>', 'see example.com'],
  ['see <https://example.com|our page>', 'see our page (https://example.com)'],
  ['write to <mailto:dana@example.com|dana@example.com>', 'write to dana@example.com'],
  ['ask <@U123|dana> or <@U456>', 'ask @dana or @someone'],
  ['in <#C1|orders> or <#C2>', 'in #orders or #channel'],
  ['<!here> and <!subteam^S1|@support-team>', '@here and @support-team'],
  ['on <!date^1392734382^{date}|18 February>', 'on 18 February'],
])('%s', (encoded, plain) => {
  expect(plainText(encoded)).toBe(plain);
});

test.each([
  ['we are *truly* sorry', 'we are truly sorry'],
  ['_all_ ~some~ of it, *_both_*', 'all some of it, both'],
  ['the account ending **** 4471', 'the account ending **** 4471'],
  ['your order_id is a_b_c', 'your order_id is a_b_c'],
  ['we paid ___ back', 'we paid ___ back'],
  ['set `*retry*` to *zero*', 'set `*retry*` to zero'],
])('in a message: %s', (encoded, plain) => {
  expect(plainMessageText(encoded)).toBe(plain);
});

test('what Postgres or Slack would refuse is taken out or replaced', () => {
  expect(plainText('so\u0000rry \ud83d for \udc00this 😀')).toBe('sorry \ufffd for \ufffdthis 😀');
});
