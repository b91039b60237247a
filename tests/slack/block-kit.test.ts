import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Profile } from '../../src/evaluator/profile.ts';
import { BANDS, type Review } from '../../src/evaluator/review.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import {
  type ChannelSettings,
  channelSettingsSchema,
  DEFAULT_SETTINGS,
  SETTING_FIELDS,
} from '../../src/reviews/channel-settings.ts';
import type { KeptSchedule } from '../../src/reviews/digests/ports.ts';
import { digestScheduleSchema, FREQUENCIES, WEEKDAYS } from '../../src/reviews/digests/schedule.ts';
import { replyBlocks } from '../../src/slack/ids.ts';
import {
  digestNotPosted,
  digestRefusal,
  digestTurnedOff,
  digestTurnedOn,
} from '../../src/slack/views/digest-answers.ts';
import { withDigestButton } from '../../src/slack/views/digest-button.ts';
import { digestFormModal, digestNoticeModal } from '../../src/slack/views/digest-form-modal.ts';
import { digestMessage } from '../../src/slack/views/digest-message.ts';
import { digestStatus } from '../../src/slack/views/digest-status.ts';
import { digestTooLittle } from '../../src/slack/views/digest-too-little.ts';
import { digestUsage } from '../../src/slack/views/digest-usage.ts';
import { partsOf } from '../../src/slack/views/draft-inputs.ts';
import { draftModal, editorModal } from '../../src/slack/views/draft-modal.ts';
import { type EditorForm, EMPTY_FORM } from '../../src/slack/views/editor-form.ts';
import { failureMessage } from '../../src/slack/views/failure-message.ts';
import { helpMessage } from '../../src/slack/views/help-message.ts';
import { homeView } from '../../src/slack/views/home-view.ts';
import { howModal } from '../../src/slack/views/how-modal.ts';
import {
  modelSwitchedModal,
  modelSwitchModal,
  modelSwitchRefusedModal,
} from '../../src/slack/views/model-switch-modal.ts';
import { notedMessage } from '../../src/slack/views/noted-message.ts';
import { noticeModal } from '../../src/slack/views/notice-modal.ts';
import { parentMessage } from '../../src/slack/views/parent-message.ts';
import { reviewMessage } from '../../src/slack/views/review-message.ts';
import { settingsModal } from '../../src/slack/views/settings-modal.ts';
import { settingsOvertakenModal, settingsResetModal } from '../../src/slack/views/settings-notices.ts';
import { settingsPickModal } from '../../src/slack/views/settings-pick-modal.ts';
import { settingsRefusal } from '../../src/slack/views/settings-refusal.ts';
import { updatedReply } from '../../src/slack/views/updated-reply.ts';
import { whyModal } from '../../src/slack/views/why-modal.ts';
import { anyDigest } from '../support/any-digest.ts';
import { anyDraft, anyReview } from '../support/any-review.ts';
import { refusal, SAFE_BLOCKS_TEXT, textIn } from '../support/block-kit-schema.ts';
import { checkedForm } from '../support/checked-form.ts';

const ID = '4f6f2a0e-0000-8000-8000-000000000001';
const PROFILES: readonly Profile[] = ['email', 'chat', 'review', 'status-open', 'status-resolved', 'script'];
const CHANGED = { by: 'U0123456789', at: '2026-03-02T10:00:00.000Z' };

const reviewed = anyDraft.chain((text) =>
  fc.record({ text: fc.constant(text), review: anyReview(text), profile: fc.constantFrom(...PROFILES) }),
);

/** What is the person's own, and what is made of it, is shown whole however long it is; all else has to be short. */
const OWN = new RegExp(`^(?:${replyBlocks.current}|${replyBlocks.suggestion}):`);
const ofOurs = (blocks: readonly KnownBlock[]) => blocks.filter(({ block_id: id = '' }) => !OWN.test(id));

/** The reply after every fault was marked as not an issue, however it was posted. */
function marked(posted: readonly KnownBlock[], review: Review, profile: Profile) {
  const dismissed = RULES.filter(({ kind }) => kind !== 'component').map(({ id }) => id);
  const findings = review.findings.map((finding) =>
    dismissed.includes(finding.rule) ? { ...finding, status: 'absent' as const, evidence: [] } : finding,
  );
  return updatedReply(
    posted,
    { profile, findings, dismissed, band: 'good', score: 80 },
    { reviewId: ID, rules: RULES },
  );
}

describe('a reply', () => {
  test.each([
    ['as it is posted', {}],
    ['that was edited', { revision: 1000 }],
    ['that one person alone sees', { because: 'I am not in this channel, so only you see this.' }],
    ['on something there is no editor for', { canEdit: false }],
    ['without a review to act on', { reviewId: undefined }],
  ])('%s is one that Slack takes, folded and flat, and when its faults are marked', (_, state) => {
    fc.assert(
      fc.property(reviewed, ({ text, review, profile }) => {
        const message = reviewMessage(review, { draft: text, profile, reviewId: ID, ...state });
        expect(refusal('message', message)).toBe('');
        for (const posted of [message.blocks, message.flat ?? []]) {
          expect(textIn(ofOurs(posted))).toBeLessThanOrEqual(SAFE_BLOCKS_TEXT);
          const update = marked(posted, review, profile);
          expect(refusal('message', update)).toBe('');
          expect(textIn(ofOurs(update.blocks))).toBeLessThanOrEqual(SAFE_BLOCKS_TEXT);
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit: 20_000 },
    );
  });

  test('to a draft of usual length holds no more text than Slack is known to take', () => {
    const short = anyDraft.map((text) => text.slice(0, 1500).toWellFormed());
    const cases = short.chain((text) => fc.tuple(fc.constant(text), anyReview(text)));
    fc.assert(
      fc.property(cases, ([draft, review]) => {
        const message = reviewMessage(review, { draft, profile: 'email', reviewId: ID, revision: 1 });
        for (const blocks of [message.blocks, message.flat])
          expect(textIn(blocks)).toBeLessThanOrEqual(SAFE_BLOCKS_TEXT);
      }),
      { numRuns: 40 },
    );
  });
});

test('the message that a thread hangs on is one that Slack takes', () => {
  fc.assert(
    fc.property(anyDraft, (text) => {
      expect(refusal('message', parentMessage('U0123456789', text))).toBe('');
    }),
    { numRuns: 40 },
  );
});

const anyTelling = fc.record({
  zone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham'),
  kind: fc.constantFrom('scheduled' as const, 'asked' as const, 'preview' as const),
  first: fc.boolean(),
  merged: fc.boolean(),
  lateSince: fc.constantFrom(undefined, '2026-11-30T08:00:00.000Z'),
  turnedOnBy: fc.oneof(fc.constantFrom(undefined, '', '<!channel> @here', 'x'.repeat(5000)), fc.string()),
  frequency: fc.constantFrom(undefined, 'weekly' as const, 'fortnightly' as const, 'monthly' as const),
});

test('so is a digest of any figures, with a chart and without', () => {
  fc.assert(
    fc.property(anyDigest, anyTelling, (figures, options) => {
      const message = digestMessage(figures, options);
      expect(refusal('message', message)).toBe('');
      expect(message.text).not.toMatch(/[<>]/);
      for (const posted of [message.blocks, message.flat ?? []])
        expect(textIn(posted)).toBeLessThanOrEqual(SAFE_BLOCKS_TEXT);
      const { period, drafts, people } = figures;
      const needed = { drafts: drafts + 1, people: people + 1 };
      const tooLittle = digestTooLittle({ period, zone: options.zone, drafts, people, needed });
      expect(refusal('message', tooLittle)).toBe('');
    }),
    { numRuns: 200, interruptAfterTimeLimit: 20_000 },
  );
});

test('so is whatever is said to one person alone', () => {
  fc.assert(
    fc.property(anyDraft, fc.string({ minLength: 1, maxLength: 40 }), (text, word) => {
      for (const said of [failureMessage('It failed.'), failureMessage('It failed.', text)])
        expect(refusal('message', said)).toBe('');
      for (const help of [helpMessage(), helpMessage(word), helpMessage(word, 'help')])
        expect(refusal('message', help)).toBe('');
    }),
    { numRuns: 40 },
  );
  for (const named of [[], ['U1'], ['U1', 'U2', 'U3']])
    expect(refusal('message', settingsRefusal(named))).toBe('');
  for (const { id, title } of RULES)
    for (const dismissed of [true, false])
      expect(
        refusal('message', notedMessage({ reviewId: ID, rule: id, title, dismissed, isPrivate: dismissed })),
      ).toBe('');
});

test('the editor is one that Slack takes: empty, long, checked, and after somebody else was faster', () => {
  const reply = { reviewId: ID, revision: 1000, channelId: 'C0123456789', ts: '1700000000.000100' };
  const overtaken = {
    notice: 'Somebody else has changed this reply since you opened it. '.repeat(5),
    newer: `https://example.slack.com/archives/C0123456789/p${'1'.repeat(16)}`,
    overtaken: true,
  };
  for (const form of [{}, { channelId: 'C0123456789', onlyMe: true, channel: 'chat' as const }])
    expect(refusal('modal', draftModal(form))).toBe('');
  fc.assert(
    fc.property(reviewed, ({ text, review, profile }) => {
      const long: EditorForm = { ...EMPTY_FORM, draft: partsOf(text), earlier: text };
      const checked = checkedForm(text, review, profile);
      for (const form of [long, checked, { ...checked, reply }, { ...checked, reply, ...overtaken }])
        expect(refusal('modal', editorModal(form))).toBe('');
    }),
    { numRuns: 40 },
  );
});

const lines = (most: number, longest: number) =>
  fc
    .array(fc.string({ minLength: 3, maxLength: longest }), { maxLength: most })
    .map((texts) => texts.map((text) => `a${text.replace(/\s/g, ' ').trim()}bc`.slice(0, longest)))
    .filter((texts) => texts.join('\n').length <= 3000);

const anySettings: fc.Arbitrary<ChannelSettings> = fc
  .record({
    places: fc.array(fc.constantFrom('rulesDouble', 'rulesHalf', 'rulesOff', 'as usual'), {
      minLength: RULES.length,
      maxLength: RULES.length,
    }),
    channel: fc.constantFrom('email', 'status_page'),
    visibility: fc.constantFrom('thread', 'colleagues-private', 'private'),
    housePhrases: lines(50, 200),
    remedies: lines(20, 200),
    escalationContact: fc.constantFrom('', 'x'.repeat(200)),
    legalWords: lines(50, 100),
  })
  .map(({ places, ...settings }) => {
    const those = (place: string) =>
      RULES.filter((_, at) => places[at] === place)
        .map(({ id }) => id)
        .filter((id) => id !== 'explicit-apology');
    return channelSettingsSchema.parse({
      ...settings,
      rulesDouble: those('rulesDouble'),
      rulesHalf: those('rulesHalf'),
      rulesOff: those('rulesOff'),
    });
  });

test('so are the settings, whatever they are and whatever somebody else saved meanwhile, and what they say', () => {
  const switchableRules = RULES.filter(({ id }) => id !== 'explicit-apology');
  const shown = { channelId: 'C0123456789', version: 1000, rules: RULES, switchableRules };
  fc.assert(
    fc.property(anySettings, anySettings, fc.boolean(), (settings, theirs, isOvertaken) => {
      const overtakenBy = isOvertaken ? { overtakenBy: { theirs, differing: SETTING_FIELDS } } : {};
      const view = settingsModal({ ...shown, settings, changed: CHANGED, ...overtakenBy });
      expect(refusal('modal', view)).toBe('');
    }),
    { numRuns: 40 },
  );
  const untouched = settingsModal({ ...shown, settings: DEFAULT_SETTINGS, changed: undefined });
  for (const view of [
    untouched,
    settingsResetModal('C0123456789'),
    settingsOvertakenModal(CHANGED),
    settingsPickModal(),
    howModal(RULES),
    ...[true, false].flatMap((on) => {
      const name = 'a-model-with-a-rather-long-name-of-its-own (models.example.com:11434)';
      const changed = { by: 'U0001', at: '2026-03-02T10:00:00.000Z' };
      return [
        howModal(RULES, { name, on }),
        modelSwitchModal(name, { on, changed: on ? changed : undefined }),
        modelSwitchedModal(name, on),
        modelSwitchRefusedModal(),
      ];
    }),
  ])
    expect(refusal('modal', view)).toBe('');
});

const anyKept: fc.Arbitrary<KeptSchedule> = fc
  .record({
    frequency: fc.constantFrom(...FREQUENCIES),
    day: fc.oneof(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 1, max: 31 })),
    time: fc.constantFrom('00:00', '09:00', '23:59'),
    zone: fc.constantFrom('UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'),
  })
  .filter((schedule) => digestScheduleSchema.safeParse(schedule).success)
  .chain((schedule) =>
    fc.record({
      schedule: fc.constant(schedule),
      place: fc.constant({ teamId: 'T0123456789', enterpriseId: undefined, channelId: 'C0123456789' }),
      owner: fc.constant('U0123456789'),
      state: fc.constantFrom('on', 'off', 'paused'),
      anchor: fc.constant('2026-03-02'),
      nextDue: fc.constantFrom('2026-03-02T10:00:00.000Z', '2028-02-29T23:30:00.000Z'),
      coveredUntil: fc.constant('2026-02-02T10:00:00.000Z'),
    }),
  );

test('so is whatever is said about digests, and their form', () => {
  const because = { slackCode: 'is_archived', userMessage: 'This channel is archived.' };
  const latest = (['due', 'posted', 'merged', 'unposted'] as const).map((state) => ({
    ...{ id: ID, place: { teamId: undefined, enterpriseId: undefined, channelId: 'C1' }, figures: undefined },
    ...{ period: { from: CHANGED.at, to: CHANGED.at }, dueAt: CHANGED.at, state },
  }));
  fc.assert(
    fc.property(anyKept, fc.nat(4), (kept, untold) => {
      for (const message of [
        digestTurnedOn({ kept }),
        digestTurnedOn({ kept, insteadOf: 'U9', because }),
        digestTurnedOff(kept.state),
        digestStatus({ kept, latest: latest.slice(untold) }),
      ])
        expect(refusal('message', message)).toBe('');
      const form = { channelId: 'C0123456789', schedule: kept.schedule };
      for (const before of [kept, undefined])
        expect(refusal('modal', digestFormModal({ ...form, kept: before }))).toBe('');
      expect(refusal('modal', digestNoticeModal(digestTurnedOn({ kept, because })))).toBe('');
    }),
    { numRuns: 100 },
  );
  for (const message of [
    digestStatus({ kept: undefined, latest: [] }),
    digestTurnedOff(undefined),
    digestRefusal(),
    digestNotPosted(because),
    digestUsage(),
  ])
    expect(refusal('message', message)).toBe('');
  fc.assert(
    fc.property(anyDraft, fc.option(fc.string(), { nil: undefined }), (typed, meant) => {
      expect(refusal('message', digestUsage({ problem: `I don't know "${typed}".`, meant, typed }))).toBe('');
    }),
    { numRuns: 40 },
  );
});

test('the button below a digest stands in its plainer form too', () => {
  const { text, blocks } = digestRefusal();
  const message = withDigestButton({ text, blocks, flat: [...blocks] as KnownBlock[] }, true);
  expect(refusal('message', message)).toBe('');
  for (const shown of [message.blocks, message.flat])
    expect(JSON.stringify(shown?.at(-1))).toContain('Change the digest');
});

test.each(RULES)('so are the reasons for $id', (rule) => {
  expect(refusal('modal', whyModal(rule))).toBe('');
});

test('so is a notice on top of a form, however long', () => {
  for (const notice of ['One moment.', 'n'.repeat(5000)])
    expect(refusal('modal', noticeModal(notice))).toBe('');
});

test('so is the Home tab of anybody', () => {
  const ids = [...RULES.map(({ id }) => id), 'a-rule-of-former-times'];
  const check = fc.record({
    requestedAt: fc.constant('2026-03-02T10:00:00.000Z'),
    band: fc.constantFrom(...BANDS),
    score: fc.nat(100),
    present: fc.subarray(ids),
    missing: fc.subarray(ids),
    faults: fc.subarray(ids),
    outcome: fc.constantFrom('judged' as const, 'unjudged' as const, 'no-apology' as const),
  });
  const slip = fc.record({ rule: fc.constantFrom(...ids), times: fc.nat(10), of: fc.constant(10) });
  fc.assert(
    fc.property(fc.array(check, { maxLength: 10 }), fc.option(slip), (checks, often) => {
      for (const supportUrl of [undefined, 'https://help.example.com'])
        expect(refusal('home', homeView({ checks, slip: often ?? undefined, supportUrl }))).toBe('');
    }),
    { numRuns: 40 },
  );
});

test('the schema itself refuses what Slack refuses', () => {
  const block = (type: string, more: object = {}) => ({ type, ...more });
  const line = { type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] };
  const rich = (more: object = {}) => block('rich_text', { elements: [line], ...more });
  const say = (...blocks: object[]) => refusal('message', { text: 'x', blocks });
  expect(say(rich())).toBe('');
  expect(say(rich({ block_id: 'a' }), rich({ block_id: 'a' }))).toContain('same id');
  expect(say(...Array.from({ length: 51 }, () => rich()))).not.toBe('');
  expect(say(rich({ block_id: 'words of a draft' }))).not.toBe('');
  expect(say(rich({ unheard_of: true }))).toContain('unheard_of');
  expect(say(block('input'))).not.toBe('');
  const chart = (labels: string[], categories: string[]) =>
    block('data_visualization', {
      title: 'x',
      chart: {
        type: 'line',
        series: [{ name: 'x', data: labels.map((label) => ({ label, value: 1 })) }],
        axis_config: { categories },
      },
    });
  expect(say(chart(['a', 'b'], ['a', 'b']))).toBe('');
  expect(say(chart(['a'], ['a', 'b']))).toContain('every category');
  expect(say(chart(['a', 'a'], ['a', 'a']))).toContain('same label');
  expect(say(chart(['x'.repeat(21)], ['x'.repeat(21)]))).not.toBe('');
  const title = { type: 'plain_text', text: 'x' };
  const contextActions = block('context_actions', { elements: [] });
  expect(refusal('home', { type: 'home', blocks: [contextActions] })).not.toBe('');
  expect(refusal('modal', { type: 'modal', title, blocks: [contextActions] })).not.toBe('');
  const input = block('input', {
    ...{ block_id: 'i', label: title },
    element: { type: 'plain_text_input', action_id: 'a', multiline: false, max_length: 3 },
  });
  expect(refusal('modal', { type: 'modal', title, submit: title, blocks: [input] })).toBe('');
  expect(refusal('modal', { type: 'modal', title, blocks: [input] })).toContain('no button to send');
});
