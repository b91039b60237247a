import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANDS } from '../../src/evaluator/review.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import {
  type ChannelSettings,
  channelSettingsSchema,
  SETTING_FIELDS,
} from '../../src/reviews/channel-settings.ts';
import { homeView } from '../../src/slack/views/home-view.ts';
import { settingsModal } from '../../src/slack/views/settings-modal.ts';
import { refusal } from '../support/block-kit-schema.ts';

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

describe('no settings make a form that Slack would refuse', () => {
  test('whatever they are, and whatever somebody else saved meanwhile', () => {
    const switchableRules = RULES.filter(({ id }) => id !== 'explicit-apology');
    const rules = RULES;
    const changed = { by: 'U1', at: '2026-03-02T10:00:00.000Z' };
    fc.assert(
      fc.property(anySettings, anySettings, fc.boolean(), (settings, theirs, isOvertaken) => {
        const overtakenBy = isOvertaken ? { overtakenBy: { theirs, differing: SETTING_FIELDS } } : {};
        const view = settingsModal({
          channelId: 'C1',
          version: 3,
          settings,
          changed,
          rules,
          switchableRules,
          ...overtakenBy,
        });
        expect(refusal('modal', view)).toBe('');
      }),
      { numRuns: 40 },
    );
  });
});

test('no history makes a Home tab that Slack would refuse', () => {
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
  const slip = fc.option(
    fc.record({ rule: fc.constantFrom(...ids), times: fc.nat(10), of: fc.constant(10) }),
  );
  fc.assert(
    fc.property(fc.array(check, { maxLength: 10 }), slip, (checks, often) => {
      const view = homeView({ checks, slip: often ?? undefined, supportUrl: 'https://help.example.com' });
      expect(refusal('home', view)).toBe('');
    }),
    { numRuns: 60 },
  );
});
