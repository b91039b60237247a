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

// Slack's limits, written down here a second time on purpose: the test must not believe the code.
const MAX = {
  blocks: 100,
  title: 24,
  option: 75,
  label: 2000,
  hint: 2000,
  button: 75,
  input: 3000,
  text: 3000,
};

// biome-ignore lint/suspicious/noExplicitAny: walks over any block
type Node = any;

/** Every limit of Slack's that a part of a view breaks, as a list of complaints. */
function complaints(node: Node, path = 'view'): string[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => complaints(item, `${path}.${index}`));
  if (node === null || typeof node !== 'object') return [];
  const found: string[] = [];
  const over = (what: string, text: string | undefined, max: number) => {
    if (text !== undefined && (text.length < 1 || text.length > max))
      found.push(`${path}: ${what} of ${text.length}`);
  };
  if (node.type === 'text' || node.type === 'plain_text') over('a text', node.text, MAX.text);
  if (node.type === 'input') {
    over('a label', node.label.text, MAX.label);
    over('a hint', node.hint?.text, MAX.hint);
  }
  over('an initial value', node.initial_value, MAX.input);
  if (node.type === 'button') over('a button', node.text.text, MAX.button);
  for (const option of node.options ?? []) over('an option', option.text.text, MAX.option);
  for (const group of node.option_groups ?? []) over('a group', group.label.text, MAX.option);
  const offered = JSON.stringify([node.options ?? [], node.option_groups ?? []]);
  for (const chosen of [node.initial_option, ...(node.initial_options ?? [])])
    if (chosen && !offered.includes(JSON.stringify(chosen))) found.push(`${path}: chosen but not offered`);
  if (Array.isArray(node.elements) && node.elements.length === 0) found.push(`${path}: nothing in it`);
  if (node.type === 'context' && node.elements.length > 10) found.push(`${path}: over 10 elements`);
  return [...found, ...Object.entries(node).flatMap(([name, value]) => complaints(value, `${path}.${name}`))];
}

const lines = (most: number, longest: number) =>
  fc
    .array(fc.string({ minLength: 3, maxLength: longest }), { maxLength: most })
    .map((texts) => texts.map((text) => `a${text.replace(/\s/g, ' ').trim()}bc`.slice(0, longest)))
    .filter((texts) => texts.join('\n').length <= MAX.input);

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
        expect(complaints(view.blocks)).toEqual([]);
        expect(view.blocks.length).toBeLessThanOrEqual(MAX.blocks);
        expect(view.private_metadata?.length).toBeLessThanOrEqual(3000);
        for (const { text } of [view.title, view.submit as never, view.close as never] as { text: string }[])
          expect(text.length).toBeLessThanOrEqual(MAX.title);
        const ids = view.blocks.flatMap(({ block_id }) => block_id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
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
      expect(complaints(view.blocks)).toEqual([]);
      expect(view.blocks.length).toBeLessThanOrEqual(MAX.blocks);
    }),
    { numRuns: 60 },
  );
});
