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
export const signRequest = (
  fields: Readonly<Record<string, string>>,
  signingSecret: string,
  at = new Date(),
): SignedRequest =>
  signed('application/x-www-form-urlencoded', new URLSearchParams(fields).toString(), signingSecret, at);

/** The same for what Slack sends as JSON: events. */
export const signEvent = (envelope: object, signingSecret: string, at = new Date()): SignedRequest =>
  signed('application/json', JSON.stringify(envelope), signingSecret, at);

function signed(contentType: string, body: string, signingSecret: string, at: Date): SignedRequest {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
}
