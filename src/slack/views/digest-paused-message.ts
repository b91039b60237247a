import { commands } from '../ids.ts';
import type { Message } from './message.ts';
import { paragraph, plain, richText } from './rich-text.ts';
import { spokenText } from './spoken-text.ts';

/** Slack's word for why nothing can be posted in a channel any more, in ours. */
const REASONS: Readonly<Record<string, string>> = {
  is_archived: 'the channel is archived',
  not_in_channel: 'I am no longer in the channel',
  channel_not_found: 'I am no longer in the channel, or it is gone',
};

/** For the person who turned the digest on, once, when Slack no longer takes it. */
export function digestPausedMessage(channelId: string, slackCode: string): Message {
  const why = REASONS[slackCode] ?? 'Slack does not let me post there any more';
  const block = richText(
    paragraph(
      plain('You turned on the digest of common mistakes in '),
      [{ type: 'channel', channel_id: channelId }],
      plain(
        `. I could not post it this time: ${why}. The digest pauses now, and I won't write to you about it again. To have it back, invite me to the channel and type ${commands.apologyCheck} digest on there; the next one then tells of this time as well.`,
      ),
    ),
  );
  return { text: spokenText([block]), blocks: [block] };
}
