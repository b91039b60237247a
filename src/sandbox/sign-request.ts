import { createHmac } from 'node:crypto';

export interface SignedRequest {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A form-encoded request signed as Slack signs it (docs.slack.dev, verifying requests from Slack).
 * `at` is the time it claims to be sent at. Bolt reads the form only under exactly this content type.
 */
export function signRequest(
  fields: Readonly<Record<string, string>>,
  signingSecret: string,
  at = new Date(),
): SignedRequest {
  const body = new URLSearchParams(fields).toString();
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
}
