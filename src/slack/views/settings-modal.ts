import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import type { ChannelSettings } from '../../reviews/channel-settings.ts';
import type { SettingsVersion } from '../../reviews/ports.ts';
import { settingsActions, settingsBlocks, settingsCallback } from '../ids.ts';
import { digestButton } from './digest-button.ts';
import { cutText } from './limits.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';
import { channelInput, linesInput, rulesInput, textSetting, visibilityInput } from './setting-inputs.ts';
import { FIELD_LABELS, settingInWords } from './setting-words.ts';
import { person, time } from './who-and-when.ts';
import { words } from './words.ts';

type Field = keyof ChannelSettings;

export interface SettingsModalOptions {
  readonly channelId: string;
  /** What the fields hold, and the version that they are a change of. */
  readonly settings: ChannelSettings;
  readonly version: number;
  readonly changed: SettingsVersion['changed'];
  readonly rules: readonly Rule[];
  /** Those of them that may be switched off. */
  readonly switchableRules: readonly Rule[];
  /** What somebody else saved meanwhile, and the fields in which that differs from `settings`. */
  readonly overtakenBy?: { readonly theirs: ChannelSettings; readonly differing: readonly Field[] };
}

/** A value of somebody else's is shown up to this length, so that all nine fit into one block. */
const THEIRS_MAX = 220;

/** The settings of one channel, each a field with what it is set to. */
export function settingsModal(options: SettingsModalOptions): ModalView {
  const { channelId, version, settings, rules, switchableRules } = options;
  // A gate has no weight to change.
  const weighed = rules.filter(({ kind }) => kind !== 'gate');
  return {
    type: 'modal',
    callback_id: settingsCallback,
    private_metadata: JSON.stringify({ channel_id: channelId, version }),
    title: words('Settings of this channel'),
    submit: words('Save'),
    close: words('Cancel'),
    blocks: [
      ...introduction(options),
      channelInput(settings.channel),
      visibilityInput(settings.visibility),
      rulesInput('rulesDouble', weighed, settings.rulesDouble),
      rulesInput('rulesHalf', weighed, settings.rulesHalf),
      rulesInput('rulesOff', switchableRules, settings.rulesOff),
      linesInput('housePhrases', settings.housePhrases),
      linesInput('remedies', settings.remedies),
      textSetting('escalationContact', settings.escalationContact, { max: 200 }),
      linesInput('legalWords', settings.legalWords),
      { ...digestButton('Digest of this channel'), block_id: settingsBlocks.digest },
      resetButton(),
    ],
  };
}

function introduction({ channelId, changed, overtakenBy, rules }: SettingsModalOptions): KnownBlock[] {
  const here: RichTextElement[] = [{ type: 'channel', channel_id: channelId }];
  const history = changed
    ? [plain('. Last changed by '), person(changed.by), plain(', '), time(changed.at), plain('.')]
    : [plain('. Nobody has changed anything yet: these are the defaults.')];
  const intro = richText(paragraph(plain('These hold for everybody in '), here, ...history));
  if (overtakenBy === undefined || changed === undefined) return [intro];
  const { theirs, differing } = overtakenBy;
  return [
    richText(
      paragraph(
        bold('Nothing is saved yet. '),
        plain('While you had this open, '),
        person(changed.by),
        plain(' saved other settings, '),
        time(changed.at),
        plain('. Your own are still in the fields below. What holds now, where it differs from yours:'),
      ),
      list(
        'bullet',
        differing.map((name) => [
          ...bold(`${FIELD_LABELS[name]} `),
          ...plain(cutText(settingInWords(theirs, name, rules), THEIRS_MAX)),
        ]),
      ),
      paragraph(plain('Save again to put yours in the place of these, or cancel to leave them.')),
    ),
  ];
}

const resetButton = (): KnownBlock => ({
  type: 'actions',
  block_id: settingsBlocks.reset,
  elements: [
    {
      type: 'button',
      action_id: settingsActions.reset,
      text: words('Reset to defaults'),
      confirm: {
        title: words('Reset these settings?'),
        text: words('Everything in this channel goes back to the defaults, at once and for everybody.'),
        confirm: words('Reset'),
        deny: words('Keep them'),
      },
    },
  ],
});
