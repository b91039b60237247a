import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulesEngine } from '../../src/adapters/engines/rules-engine.ts';
import { reviewDraft } from '../../src/evaluator/evaluate.ts';
import { weightedRules } from '../../src/evaluator/rule-weights.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { scoreFindings } from '../../src/evaluator/score.ts';
import { type ChannelSettings, DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import { blocks, editorActions, editorBlocks, replyActions } from '../../src/slack/ids.ts';
import type { StoredMessage } from '../support/local-slack.ts';
import { openForm } from '../support/open-form.ts';
import { type Replied, replied } from '../support/replied.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

// What the reply, its editor and the settings of the channel have to do with each other.
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ engine: rulesEngine, rules: RULES });
});
afterAll(() => harness.close());

const DRAFT = `Dear Mr Whitlock,

I'm sorry if the delay of parcel 88120 caused you any trouble. It was not our fault: the courier lost it.

Kind regards
Mara`;
const REPAIR = 'What will you do to put it right, and by when?';

async function settle(change: Partial<ChannelSettings>): Promise<void> {
  const place = {
    teamId: harness.slack.team.id,
    enterpriseId: undefined,
    channelId: harness.slack.channel('support').id,
  };
  const { version } = await harness.settings.read(place);
  await harness.settings.write(place, { ...DEFAULT_SETTINGS, ...change }, 'U1', version);
}

const edit = async ({ id, reply }: Replied) => {
  const message = await reply();
  return openForm(harness, 'dana', (act) =>
    harness.driver.pressInMessage({ action_id: replyActions.editAgain, value: id }, { ...message }, act),
  );
};

const dismiss = async ({ id, reply }: Replied, rule: string) => {
  const button = { action_id: replyActions.dismiss, value: `${id}:${rule}` };
  await harness.driver.pressInMessage(button, { ...(await reply()) }, await harness.act('support'));
  await expect.poll(async () => (await reply()).text).toContain('Marked as not an issue');
};

const idsOf = ({ blocks: shown }: StoredMessage): string[] =>
  (shown ?? []).map(({ block_id: id }) => id ?? '');
const blockOf = (form: Awaited<ReturnType<typeof openForm>>, id: string) =>
  form.view().blocks.find(({ block_id }) => block_id === id);

describe('a rule that is switched off in the channel', () => {
  test('is not spoken of in the reply, in the form, or after an edit, and a mark does not bring it back', async () => {
    await settle({ rulesOff: ['conditional-apology'] });
    const asked = await replied(harness, DRAFT);
    expect(idsOf(await asked.reply())).not.toContain('point:conditional-apology');

    await dismiss(asked, 'blames-others');
    expect(idsOf(await asked.reply())).not.toContain('point:conditional-apology');

    const form = await edit(asked);
    form.type('Your draft', DRAFT);
    await form.press(editorActions.checkAgain);
    expect(form.words()).toContain('Somebody else gets the blame');
    expect(form.words()).not.toContain('The apology is conditional');

    const checked = /Now: (\d+) of 100/.exec(form.words())?.[1];
    expect(await form.submit()).toBeUndefined();
    const edited = await asked.reply();
    expect(idsOf(edited)).not.toContain('point:conditional-apology');
    expect(edited.text).toContain(`${checked} of 100`);
    await settle({});
  });
});

describe('a rule that counts double in the channel', () => {
  const scoreOf = ({ text = '' }: StoredMessage) => Number(/(\d+) of 100/.exec(text)?.[1]);

  test('still does when something is marked, whatever is set by then', async () => {
    await settle({});
    const usual = await replied(harness, DRAFT);
    await dismiss(usual, 'conditional-apology');

    await settle({ rulesDouble: ['blames-others'], rulesHalf: ['explicit-apology'] });
    const asked = await replied(harness, DRAFT);
    await settle({});
    await dismiss(asked, 'conditional-apology');
    expect(scoreOf(await asked.reply())).toBeLessThan(scoreOf(await usual.reply()));

    const weights = { double: ['blames-others'], half: ['explicit-apology'] };
    const findings = reviewDraft(DRAFT).findings.map((finding) =>
      finding.rule === 'conditional-apology'
        ? { ...finding, status: 'absent' as const, evidence: [] }
        : finding,
    );
    const { score } = scoreFindings(findings, 'email', weightedRules(RULES, weights));
    expect(scoreOf(await asked.reply())).toBe(score);
  });
});

describe('where customers mostly read', () => {
  test('is chosen in the form that is opened in that channel', async () => {
    await settle({ channel: 'chat' });
    const form = await openForm(harness, 'dana', (act) => harness.driver.command('', act));
    expect(blockOf(form, blocks.channel).element.initial_option.value).toBe('chat');
    await settle({});
  });

  test('is left open in a form that knows no channel, so that the channel decides', async () => {
    const form = await openForm(harness, 'dana', (act) =>
      harness.driver.globalShortcut('check_apology_global', act),
    );
    expect(blockOf(form, blocks.channel).element).not.toHaveProperty('initial_option');
    expect(blockOf(form, blocks.channel).optional).toBe(true);
  });

  test('stays as the reply was judged when it is edited, whatever is set by then', async () => {
    await settle({ channel: 'review_reply' });
    const asked = await replied(harness, DRAFT);
    await settle({});
    const form = await edit(asked);
    expect(blockOf(form, blocks.channel).element.initial_option.value).toBe('review_reply');
  });
});

describe('what people may offer', () => {
  const offers = (form: Awaited<ReturnType<typeof openForm>>) =>
    blockOf(form, editorBlocks.offers)?.elements[0];
  const choose = (form: Awaited<ReturnType<typeof openForm>>, index: number) =>
    form.press(editorActions.offer, { type: 'static_select', selected_option: offers(form).options[index] });

  test('stands beside the question about the repair, and nothing is chosen for them', async () => {
    await settle({ remedies: ['full refund', 'a voucher up to £20'] });
    const form = await edit(await replied(harness, DRAFT));
    const at = form.blockIds().indexOf(editorBlocks.offers);
    expect(form.view().blocks[at - 1].label.text).toContain(REPAIR);
    expect(offers(form).options.map(({ text }: { text: { text: string } }) => text.text)).toEqual([
      'full refund',
      'a voucher up to £20',
    ]);
    expect(offers(form)).not.toHaveProperty('initial_option');
    expect(form.read(form.labels().find((label) => label.startsWith(REPAIR)) ?? '')).toBe('');
    await settle({});
  });

  test('goes into the answer when it is chosen, behind what was typed, and nowhere else', async () => {
    await settle({ remedies: ['full refund'] });
    const form = await edit(await replied(harness, DRAFT));
    const question = form.labels().find((label) => label.startsWith(REPAIR)) ?? '';
    const before = form.draft();
    form.type(question, 'A new lamp by Friday');
    await choose(form, 0);
    expect(form.read(question)).toBe('A new lamp by Friday, full refund');
    expect(form.draft()).toEqual(before);
    await settle({});
  });

  test('that is taken from the list meanwhile is said, and not put in', async () => {
    await settle({ remedies: ['full refund', 'a voucher'] });
    const form = await edit(await replied(harness, DRAFT));
    const question = form.labels().find((label) => label.startsWith(REPAIR)) ?? '';
    await settle({ remedies: ['a voucher'] });
    await choose(form, 0);
    expect(form.words()).toContain('no longer among those you may make');
    expect(form.read(question)).toBe('');
    expect(offers(form).options).toHaveLength(1);
    await settle({});
  });

  test('is not shown where nothing is settled', async () => {
    expect(offers(await edit(await replied(harness, DRAFT)))).toBeUndefined();
  });
});

describe('an edited reply', () => {
  test('has its buttons, forgets what was marked on the old text, and can be marked itself', async () => {
    const asked = await replied(harness, DRAFT);
    await dismiss(asked, 'blames-others');
    const form = await edit(asked);
    form.type('Your draft', DRAFT);
    await form.submit();

    const edited = await asked.reply();
    expect(edited.text).not.toContain('Marked as not an issue');
    expect(idsOf(edited)).toEqual(
      expect.arrayContaining([
        'point:blames-others',
        'point_buttons:blames-others',
        'reply_buttons:1',
        'feedback',
      ]),
    );

    await dismiss(asked, 'blames-others');
    const marked = await asked.reply();
    expect(idsOf(marked)).toContain('current:0');
    expect(idsOf(marked).indexOf('headline')).toBeLessThan(idsOf(marked).indexOf('current:0'));
    expect(idsOf(marked)).not.toContain('point:blames-others');
  });
});
