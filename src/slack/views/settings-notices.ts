import type { KnownBlock, ModalView } from '@slack/types';
import type { SettingsVersion } from '../../reviews/ports.ts';
import { settingsCallback } from '../ids.ts';
import { list, paragraph, plain, richText } from './rich-text.ts';
import { person, time } from './who-and-when.ts';
import { words } from './words.ts';

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
