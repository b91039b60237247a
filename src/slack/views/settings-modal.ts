import type { InputBlock, KnownBlock, ModalView, PlainTextOption, RichTextElement } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import type { ChannelSettings } from '../../reviews/channel-settings.ts';
import type { SettingsVersion } from '../../reviews/ports.ts';
import { settingsActions, settingsBlocks, settingsCallback } from '../ids.ts';
import { textInput } from './inputs.ts';
import { cutText, LIMITS } from './limits.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';
import {
  CHANNEL_CHOICES,
  FIELD_HINTS,
  FIELD_LABELS,
  settingInWords,
  VISIBILITY_CHOICES,
} from './setting-words.ts';
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
      select('channel', CHANNEL_CHOICES, settings.channel),
      {
        ...field('visibility'),
        element: {
          type: 'radio_buttons',
          action_id: settingsActions.visibility,
          options: choices(VISIBILITY_CHOICES),
          initial_option: choice(VISIBILITY_CHOICES, settings.visibility),
        },
      },
      rulesInput('rulesDouble', weighed, settings.rulesDouble),
      rulesInput('rulesHalf', weighed, settings.rulesHalf),
      rulesInput('rulesOff', switchableRules, settings.rulesOff),
      linesInput('housePhrases', settings.housePhrases),
      linesInput('remedies', settings.remedies),
      textSetting('escalationContact', settings.escalationContact, { max: 200 }),
      linesInput('legalWords', settings.legalWords),
      resetButton(),
    ],
  };
}

/** What stands in the place of the form once everything is back to the defaults. */
export const settingsResetModal = (channelId: string): ModalView =>
  notice(
    richText(
      paragraph(
        plain('Everything in '),
        [{ type: 'channel', channel_id: channelId }],
        plain(' is back to the defaults:'),
      ),
      list('bullet', [
        plain('drafts are read as e-mails unless somebody says otherwise'),
        plain('my answers stand in a thread'),
        plain('every part and every fault counts as usual'),
        plain('there are no wordings of the house, no list of offers and no words to look out for'),
      ]),
      paragraph(plain('What was set before is still in the history, with who set it and when.')),
    ),
  );

/** Somebody else saved before a reset: it did not happen. */
export const settingsOvertakenModal = ({ by, at }: NonNullable<SettingsVersion['changed']>): ModalView =>
  notice(
    richText(
      paragraph(
        plain('While you had this open, '),
        person(by),
        plain(' changed these settings, '),
        time(at),
        plain('. I have reset nothing. Close this and open the settings again to see what holds now.'),
      ),
    ),
  );

const notice = (block: KnownBlock): ModalView => ({
  type: 'modal',
  callback_id: settingsCallback,
  title: words('Settings of this channel'),
  close: words('Done'),
  blocks: [block],
});

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

const person = (id: string): RichTextElement[] => [{ type: 'user', user_id: id }];

/** Slack shows it in the reader's own zone and manner. */
const time = (iso: string): RichTextElement[] => [
  {
    type: 'date',
    timestamp: Math.floor(Date.parse(iso) / 1000),
    format: '{date_pretty} at {time}',
    fallback: `${iso.slice(0, 16).replace('T', ' ')} UTC`,
  },
];

const option = (text: string, value: string): PlainTextOption => ({
  text: words(cutText(text, LIMITS.optionText)),
  value,
});

const choices = (all: Readonly<Record<string, string>>): PlainTextOption[] =>
  Object.entries(all).map(([value, text]) => option(text, value));

const choice = <Value extends string>(all: Readonly<Record<Value, string>>, value: Value) =>
  option(all[value], value);

const field = (name: Field) => {
  const hint = FIELD_HINTS[name];
  return {
    type: 'input' as const,
    block_id: settingsBlocks[name],
    label: words(FIELD_LABELS[name]),
    ...(hint === undefined ? {} : { hint: words(hint) }),
  };
};

const select = <Value extends string>(
  name: 'channel',
  all: Readonly<Record<Value, string>>,
  value: Value,
): InputBlock => ({
  ...field(name),
  element: {
    type: 'static_select',
    action_id: settingsActions[name],
    options: choices(all),
    initial_option: choice(all, value),
  },
});

const GROUPS: readonly (readonly [Rule['kind'], string])[] = [
  ['component', 'Parts of a good apology'],
  ['fault', 'Faults'],
  ['gate', 'Before it goes out'],
];

function rulesInput(
  name: 'rulesDouble' | 'rulesHalf' | 'rulesOff',
  rules: readonly Rule[],
  chosen: readonly string[],
): InputBlock {
  const initial = rules.filter(({ id }) => chosen.includes(id)).map(({ id, title }) => option(title, id));
  return {
    ...field(name),
    optional: true,
    element: {
      type: 'multi_static_select',
      action_id: settingsActions[name],
      placeholder: words('None'),
      option_groups: GROUPS.flatMap(([kind, label]) => {
        const options = rules.filter((rule) => rule.kind === kind).map(({ id, title }) => option(title, id));
        return options.length === 0 ? [] : [{ label: words(label), options }];
      }),
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    },
  };
}

const textSetting = (
  name: 'housePhrases' | 'remedies' | 'escalationContact' | 'legalWords',
  value: string,
  { max, multiline = false }: { readonly max: number; readonly multiline?: boolean },
): InputBlock =>
  textInput({
    blockId: settingsBlocks[name],
    actionId: settingsActions[name],
    label: FIELD_LABELS[name],
    hint: FIELD_HINTS[name],
    optional: true,
    ...{ value, max, multiline },
  });

const linesInput = (name: 'housePhrases' | 'remedies' | 'legalWords', lines: readonly string[]): InputBlock =>
  textSetting(name, lines.join('\n'), { max: LIMITS.modalInput, multiline: true });

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
