import type { ModalView } from '@slack/types';
import { settingsPick } from '../ids.ts';
import { settingsRefusal } from './settings-refusal.ts';
import { words } from './words.ts';

const TITLE = 'Settings of a channel';

/** Asks for the channel, as the Home tab stands in none. */
export const settingsPickModal = (): ModalView => ({
  type: 'modal',
  callback_id: settingsPick.callback,
  title: words(TITLE),
  submit: words('Open'),
  close: words('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: settingsPick.block,
      label: words('Which channel?'),
      hint: words('Its settings hold for everybody who asks me for a look in it.'),
      element: {
        type: 'conversations_select',
        action_id: settingsPick.action,
        placeholder: words('Choose a channel'),
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      },
    },
  ],
});

/** For somebody who may not change settings: who may. `named` are Slack user ids. */
export const settingsRefusedModal = (named: readonly string[]): ModalView => ({
  type: 'modal',
  title: words(TITLE),
  close: words('Close'),
  blocks: [...settingsRefusal(named).blocks],
});
