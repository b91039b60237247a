import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { ModelSwitch } from '../../reviews/ports.ts';
import { modelSwitch } from '../ids.ts';
import { list, paragraph, plain, richText } from './rich-text.ts';
import { person, time } from './who-and-when.ts';
import { WHAT_LEAVES } from './who-reads.ts';
import { words } from './words.ts';

const TITLE = 'A language model';

const OPTIONS: Readonly<Record<'on' | 'off', string>> = {
  off: 'Off: drafts are read by rules, where I run',
  on: 'On: the model reads drafts as well',
};

/** Whether a language model may read the drafts of a workspace, with what that means. */
export const modelSwitchModal = (name: string, { on, changed }: ModelSwitch): ModalView => ({
  type: 'modal',
  callback_id: modelSwitch.callback,
  title: words(TITLE),
  submit: words('Save'),
  close: words('Cancel'),
  blocks: [
    richText(
      paragraph(
        plain(
          `The model ${name} can read drafts in this workspace besides my rules. It may see what the rules miss, and word a suggestion better. What it says counts only where my own reading bears it out. `,
        ),
        ...(changed
          ? [plain('Last changed by '), person(changed.by), plain(', '), time(changed.at), plain('.')]
          : [plain('Nobody has changed anything yet: it is off.')]),
      ),
      list('bullet', WHAT_LEAVES.map(plain)),
    ),
    {
      type: 'input',
      block_id: modelSwitch.block,
      label: words('For everybody in this workspace'),
      element: {
        type: 'radio_buttons',
        action_id: modelSwitch.action,
        options: [option('off'), option('on')],
        initial_option: option(on ? 'on' : 'off'),
      },
    },
  ],
});

const option = (value: 'on' | 'off'): PlainTextOption => ({ text: words(OPTIONS[value]), value });

/** For somebody who does not look after the workspace. */
export const modelSwitchRefusedModal = (): ModalView =>
  notice(
    'Whether a language model reads drafts here is for the admins and owners of this workspace to say. Everything else I do is there for you as before.',
  );

/** After a change. */
export const modelSwitchedModal = (name: string, on: boolean): ModalView =>
  notice(
    on
      ? `From now on ${name} reads drafts in this workspace as well. Each answer says who judged.`
      : `From now on nothing of a draft goes to ${name}. Drafts are read by rules alone.`,
  );

const notice = (text: string): ModalView => ({
  type: 'modal',
  title: words(TITLE),
  close: words('Close'),
  blocks: [richText(paragraph(plain(text)))] satisfies KnownBlock[],
});
