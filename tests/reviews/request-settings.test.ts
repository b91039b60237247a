import { describe, expect, test } from 'vitest';
import { reviewDraft } from '../../src/evaluator/evaluate.ts';
import {
  type ChannelSettings,
  channelSettingsSchema,
  DEFAULT_SETTINGS,
} from '../../src/reviews/channel-settings.ts';
import type { ReviewRequest } from '../../src/reviews/ports.ts';
import { type Circumstances, withChannelSettings } from '../../src/reviews/request-settings.ts';

type Given = Pick<ReviewRequest, 'context' | 'visibility' | 'source' | 'privateBecause'>;

const given = (change: Partial<Given> = {}): Given => ({
  context: {},
  visibility: 'thread',
  source: 'command',
  ...change,
});
const settled = (change: Partial<ChannelSettings>, request = given(), circumstances: Circumstances = {}) =>
  withChannelSettings(request, { ...DEFAULT_SETTINGS, ...change }, circumstances);

describe('what the draft is for', () => {
  test('comes from the channel where nobody said it', () => {
    expect(settled({ channel: 'chat' }).context).toEqual({ channel: 'chat' });
    expect(settled({}).context).toEqual({});
    const shortcut = given({ source: 'message-shortcut', context: { channel: 'slack_draft' } });
    expect(settled({ channel: 'review_reply' }, shortcut).context.channel).toBe('review_reply');
    expect(settled({}, shortcut).context.channel).toBe('slack_draft');
  });

  test('is what the person said where they did', () => {
    const request = given({ source: 'modal', context: { channel: 'letter', authority: ['a new lamp'] } });
    const { context } = settled({ channel: 'chat', remedies: ['full refund'] }, request);
    expect(context).toEqual({ channel: 'letter', authority: ['a new lamp'] });
  });
});

test('an offer beyond the remedies of the channel is said to need approval, by whom', () => {
  const { context } = settled({ remedies: ['voucher up to £20'], escalationContact: 'Priya' });
  const draft = 'I am sorry we lost your parcel 88120. I will send you a £50 voucher today.';
  expect(reviewDraft(draft, context).advisories).toContainEqual({
    flag: 'not-authorised',
    message: '“£50” is not among the remedies you may offer. It needs approval by Priya.',
  });
  const within = reviewDraft(draft.replace('£50', '£20'), context).advisories.map(({ flag }) => flag);
  expect(within).not.toContain('not-authorised');
});

describe('who sees the answer', () => {
  test.each<[string, Partial<ChannelSettings>, Circumstances, string, string | undefined]>([
    ['a channel as it comes', {}, { byColleague: true }, 'thread', undefined],
    ['a private channel', { visibility: 'private' }, {}, 'private', 'channel'],
    [
      "a colleague's message",
      { visibility: 'colleagues-private' },
      { byColleague: true },
      'private',
      'colleague',
    ],
    ['their own message', { visibility: 'colleagues-private' }, {}, 'thread', undefined],
    ['a channel with outsiders', {}, { withOutsiders: true }, 'private', 'outsiders'],
  ])('in %s', (_, change, circumstances, visibility, because) => {
    expect(settled(change, given(), circumstances)).toMatchObject({ visibility });
    expect(settled(change, given(), circumstances).privateBecause).toBe(because);
  });

  test('a private request stays private whatever the channel says, and nobody is told why', () => {
    const request = given({ visibility: 'private' });
    for (const visibility of ['thread', 'colleagues-private', 'private'] as const) {
      const result = settled({ visibility }, request, { withOutsiders: true, byColleague: true });
      expect([result.visibility, result.privateBecause]).toEqual(['private', undefined]);
    }
  });
});

describe('the schema of settings', () => {
  test('has a default for every field, and keeps them', () => {
    expect(channelSettingsSchema.parse({})).toEqual(DEFAULT_SETTINGS);
    expect(channelSettingsSchema.parse(JSON.parse(JSON.stringify(DEFAULT_SETTINGS)))).toEqual(
      DEFAULT_SETTINGS,
    );
  });

  test('cannot switch off saying sorry', () => {
    expect(channelSettingsSchema.safeParse({ rulesOff: ['explicit-apology'] }).success).toBe(false);
  });
});

describe('which rules count', () => {
  test('is read from what was stored before rules could count double or half', () => {
    const stored = channelSettingsSchema.parse({ rulesOff: ['thanks-customer'], channel: 'chat' });
    expect(stored).toEqual({ ...DEFAULT_SETTINGS, rulesOff: ['thanks-customer'], channel: 'chat' });
  });

  test('can be said once for each rule, and saying sorry always counts', () => {
    const read = (change: object) => channelSettingsSchema.safeParse(change);
    expect(read({ rulesDouble: ['explicit-apology'], rulesHalf: ['sorry-but'] }).success).toBe(true);
    expect(read({ rulesOff: ['explicit-apology'] }).success).toBe(false);
    const twice = read({ rulesDouble: ['sorry-but'], rulesHalf: ['thanks-customer', 'sorry-but'] });
    expect(twice.error?.issues.map(({ path }) => path)).toEqual([['rulesHalf', 1]]);
  });
});
