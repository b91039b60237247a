import { WebAPIPlatformError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { describeError } from '../../src/slack/describe-error.ts';

test('of an error that we did not write only its code and its place are told', () => {
  const error = Object.assign(new TypeError('Sorry about the lamp\n    at the shop (lamp.ts:1:1)'), {
    code: '22P02',
    detail: 'JSON data: Sorry about the lamp',
  });
  const described = describeError(new Error('the lamp again', { cause: error }));
  expect(described).toEqual({
    code: 'Error',
    at: expect.stringMatching(/^\s+at .*describe-error\.test\.ts/),
    cause: { code: '22P02', at: expect.stringMatching(/^\s+at .*describe-error\.test\.ts/) },
  });
  expect(JSON.stringify(described)).not.toContain('lamp');
});

test('of an error whose message was changed afterwards, and of what is no error, even less', () => {
  const error = new Error('something else');
  error.stack = 'Error: Sorry about the lamp\n    at the shop (lamp.ts:1:1)';
  expect(describeError(error)).toEqual({ code: 'Error', at: '' });
  expect(describeError('Sorry about the lamp')).toEqual({ code: 'string' });
});

test('the page of a proxy in the place of an answer of Slack is not told', () => {
  const error = new WebAPIPlatformError({ ok: false, error: '<html>Sorry about the lamp</html>' });
  expect(describeError(error)).toEqual({ code: 'no_answer_of_slack' });
  const refusal = new WebAPIPlatformError({ ok: false, error: 'not_in_channel' });
  expect(describeError(refusal)).toEqual({
    code: 'slack_webapi_platform_error',
    message: expect.stringContaining('not_in_channel'),
  });
});
