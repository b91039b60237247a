import type { InputBlock, ModalView, PlainTextOption, RichTextElement } from '@slack/types';
import type { KeptSchedule } from '../../reviews/digests/ports.ts';
import type { DigestSchedule } from '../../reviews/digests/schedule.ts';
import { digestFormActions as actions, digestFormBlocks as blocks, digestCallback } from '../ids.ts';
import { textInput } from './inputs.ts';
import type { Message } from './message.ts';
import { paragraph, plain, richText } from './rich-text.ts';
import { dueInWords, FREQUENCY_CHOICES, ordinal, WEEKDAY_CHOICES } from './schedule-in-words.ts';
import { person } from './who-and-when.ts';
import { words } from './words.ts';

const TITLE = 'Digest of this channel';
/** Longer than any name of a time zone. */
const ZONE_MAX = 64;
const LAST_DAY = 31;

interface DigestForm {
  readonly channelId: string;
  /** `undefined` where nobody has ever turned one on. */
  readonly kept: KeptSchedule | undefined;
  /** What the fields hold. */
  readonly schedule: DigestSchedule;
}

/** The digest of one channel: whether there is one, and when it comes. */
export const digestFormModal = ({ channelId, kept, schedule }: DigestForm): ModalView => ({
  type: 'modal',
  callback_id: digestCallback,
  private_metadata: JSON.stringify({ channel_id: channelId }),
  title: words(TITLE),
  submit: words('Save'),
  close: words('Cancel'),
  blocks: [
    richText(
      paragraph(
        plain('A digest tells '),
        [{ type: 'channel', channel_id: channelId }],
        plain(' what the drafts checked there have in common, in counts and without a word of any of them. '),
        standing(kept),
      ),
    ),
    stateInput(),
    frequencyInput(schedule.frequency),
    dayInput(schedule.day),
    {
      type: 'input',
      block_id: blocks.time,
      label: words('At what time?'),
      element: { type: 'timepicker', action_id: actions.time, initial_time: schedule.time },
    },
    textInput({
      blockId: blocks.zone,
      actionId: actions.zone,
      label: 'In which time zone?',
      hint: 'Such as Europe/Berlin. The name of a city is often enough: Berlin.',
      max: ZONE_MAX,
      value: schedule.zone,
      multiline: false,
    }),
  ],
});

function standing(kept: KeptSchedule | undefined): RichTextElement[] {
  if (kept === undefined || kept.state === 'off') return plain('None is on there now.');
  const by = [...plain(' Turned on by '), ...person(kept.owner), ...plain('.')];
  return kept.state === 'on'
    ? [...plain(`The next one comes on ${dueInWords(kept.nextDue, kept.schedule.zone)}.`), ...by]
    : [...plain('It is paused, because Slack would not take the last one. Saving brings it back.'), ...by];
}

const option = (text: string, value: string): PlainTextOption => ({ text: words(text), value });

const optionsOf = (choices: Readonly<Record<string, string>>): PlainTextOption[] =>
  Object.entries(choices).map(([value, text]) => option(text, value));

const STATE_CHOICES = { on: 'Post a digest for everybody there', off: 'Post none' } as const;

/** Whoever opens the form wants one, or wants another time for it; else they close it again. */
const stateInput = (): InputBlock => ({
  type: 'input',
  block_id: blocks.state,
  label: words('Should I post a digest?'),
  element: {
    type: 'radio_buttons',
    action_id: actions.state,
    options: optionsOf(STATE_CHOICES),
    initial_option: option(STATE_CHOICES.on, 'on'),
  },
});

const frequencyInput = (value: DigestSchedule['frequency']): InputBlock => ({
  type: 'input',
  block_id: blocks.frequency,
  label: words('How often?'),
  element: {
    type: 'static_select',
    action_id: actions.frequency,
    options: optionsOf(FREQUENCY_CHOICES),
    initial_option: option(FREQUENCY_CHOICES[value], value),
  },
});

const dayName = (day: number): string => (day === LAST_DAY ? 'The last day' : ordinal(day));

function dayInput(value: DigestSchedule['day']): InputBlock {
  const name = typeof value === 'string' ? WEEKDAY_CHOICES[value] : dayName(value);
  const days = Array.from({ length: LAST_DAY }, (_, index) => option(dayName(index + 1), String(index + 1)));
  return {
    type: 'input',
    block_id: blocks.day,
    label: words('On which day?'),
    hint: words(
      'Every month, a weekday is the first of its kind in the month, and a day that a month does not have is its last one.',
    ),
    element: {
      type: 'static_select',
      action_id: actions.day,
      option_groups: [
        { label: words('Day of the week'), options: optionsOf(WEEKDAY_CHOICES) },
        { label: words('Day of the month, for "Every month" only'), options: days },
      ],
      initial_option: option(name, String(value)),
    },
  };
}

/** What was saved, or why nothing was, in the place of the form. */
export const digestNoticeModal = ({ blocks: shown }: Message): ModalView => ({
  type: 'modal',
  title: words(TITLE),
  close: words('Done'),
  blocks: [...shown],
});
