import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeptDigest, KeptSchedule, ToldDigest } from '../../src/reviews/digests/ports.ts';
import { CannotPostError } from '../../src/reviews/errors.ts';
import { createDigestMessenger } from '../../src/slack/digest-messenger.ts';
import { createTeamClients } from '../../src/slack/team-clients.ts';
import { BOT_TOKEN, type LocalSlack, startLocalSlack } from '../support/local-slack.ts';
import { SAMPLE_DIGEST } from '../support/sample-digest.ts';
import { startWebApiGate } from '../support/web-api-gate.ts';

let slack: LocalSlack;
let gate: Awaited<ReturnType<typeof startWebApiGate>>;
beforeAll(async () => {
  slack = await startLocalSlack();
  gate = await startWebApiGate(slack.url);
});
afterAll(async () => {
  await gate.close();
  await slack.close();
});

const logged: unknown[] = [];
const messenger = () =>
  createDigestMessenger({
    clientFor: createTeamClients({ tokenFor: async () => BOT_TOKEN, slackApiUrl: gate.slackApiUrl }),
    logger: { error: (...words: unknown[]) => void logged.push(words) },
    clock: { now: () => new Date() },
  });

const placeOf = (name: string) => ({
  teamId: slack.team.id,
  enterpriseId: undefined,
  channelId: slack.channel(name).id,
});
const digestIn = (name: string): KeptDigest => ({
  id: '3c8f4a52-0000-8000-8000-000000000001',
  place: placeOf(name),
  period: SAMPLE_DIGEST.period,
  dueAt: '2026-11-30T08:00:00.000Z',
  state: 'due',
  figures: SAMPLE_DIGEST,
});
const scheduleOf = (name: string): KeptSchedule => ({
  place: placeOf(name),
  schedule: { frequency: 'weekly', day: 'monday', time: '09:00', zone: 'Europe/Berlin' },
  owner: slack.user('dana').id,
  state: 'on',
  anchor: '2026-11-30',
  nextDue: '2026-12-07T08:00:00.000Z',
  coveredUntil: '2026-11-29T23:00:00.000Z',
});
const TOLD: ToldDigest = {
  ...{ figures: SAMPLE_DIGEST, zone: 'Europe/Berlin', merged: false, lateSince: undefined, first: false },
};

test('a digest stands in its channel, says by name who turned it on, and wakes nobody', async () => {
  const ts = await messenger().post(digestIn('support'), TOLD, scheduleOf('support'));
  const posted = (await slack.messages(slack.channel('support').id)).find((message) => message.ts === ts);
  expect(posted?.text).toContain('turned on by dana');
  expect(JSON.stringify(posted?.blocks)).not.toMatch(/"type":"(?:user|broadcast|usergroup)"/);
  expect(posted?.metadata).toEqual({
    event_type: 'apology_digest',
    event_payload: { digest_id: digestIn('support').id },
  });
});

test('where Slack refuses the chart, the same figures stand there in words', async () => {
  gate.refuse('chat.postMessage', { error: 'invalid_blocks' });
  const ts = await messenger().post(digestIn('orders'), TOLD, scheduleOf('orders'));
  const posted = (await slack.messages(slack.channel('orders').id)).find((message) => message.ts === ts);
  expect(JSON.stringify(posted?.blocks)).not.toContain('data_visualization');
  expect(JSON.stringify(posted?.blocks)).toContain('conditional apology');
});

test('a closed channel is an error with the reason, and the owner hears of it in a message of their own', async () => {
  gate.refuse('chat.postMessage', { error: 'is_archived' });
  const refusal = await messenger()
    .post(digestIn('support'), TOLD, scheduleOf('support'))
    .catch((error: unknown) => error);
  if (!(refusal instanceof CannotPostError)) throw refusal;
  await messenger().tellOwner(scheduleOf('support'), refusal);
  const told = gate.calls('chat.postMessage').at(-1)?.params;
  expect(told).toMatchObject({ channel: slack.user('dana').id });
  expect(String(told?.text)).toMatch(/the channel is archived.*invite me.*digest on/);
});

test('an owner who cannot be reached is no error', async () => {
  gate.refuse('chat.postMessage', { error: 'channel_not_found' });
  await messenger().tellOwner(scheduleOf('support'), new CannotPostError('is_archived', 'It is archived.'));
  expect(logged).toHaveLength(1);
});
