import type { RichTextElement } from '@slack/types';
import type { KeptSchedule } from '../../reviews/digests/ports.ts';
import { commands } from '../ids.ts';
import type { Message } from './message.ts';
import { privateWords } from './private-words.ts';
import { plain } from './rich-text.ts';
import { dueInWords, howOften } from './schedule-in-words.ts';
import { person } from './who-and-when.ts';

const COMMAND = `${commands.apologyCheck} digest`;

/** Slack's refusals that end when somebody invites the bot. */
const NOT_A_MEMBER = ['not_in_channel', 'channel_not_found'];

/** Why Slack did not take a message: its own word, and ours for what to do. */
interface Refused {
  readonly slackCode: string;
  readonly userMessage: string;
}

interface TurnedOn {
  readonly kept: KeptSchedule;
  /** Whose digest it takes the place of (Slack user id), where that was somebody else's. */
  readonly insteadOf?: string | undefined;
  /** Slack does not let the bot post there as things are. */
  readonly because?: Refused | undefined;
  /** It is told somewhere else than in that channel. */
  readonly isElsewhere?: boolean;
}

/** A digest is on: when the first one comes, what is in it, and how to have no more of them. */
export function digestTurnedOn({ kept, insteadOf, because, isElsewhere = false }: TurnedOn): Message {
  const { schedule, nextDue, place } = kept;
  const there: RichTextElement[] = isElsewhere
    ? [...plain('in '), { type: 'channel', channel_id: place.channelId }]
    : plain('here');
  return privateWords([
    ...(because === undefined ? [] : [plain(beforeThen(because))]),
    [
      ...plain(`From ${dueInWords(nextDue, schedule.zone)} I post a digest `),
      ...there,
      ...plain(
        ` ${howOften(schedule)}. It counts drafts, never people: no draft is quoted, and nobody is named but whoever turned it on. A stretch with too few drafts or people for that waits and is told with the next.`,
      ),
      ...(insteadOf === undefined
        ? []
        : [...plain(' It takes the place of the one that '), ...person(insteadOf), ...plain(' had set up.')]),
    ],
    plain(`${COMMAND} off turns it off, and ${COMMAND} status shows how it stands.`),
  ]);
}

const PAUSES = 'If I cannot post here by then, the digest pauses and I tell you.';

const beforeThen = ({ slackCode, userMessage }: Refused): string =>
  NOT_A_MEMBER.includes(slackCode)
    ? `I am not in this channel yet. Type /invite and pick me before then. ${PAUSES}`
    : `${userMessage} ${PAUSES}`;

/** A digest is off, or never was on. */
export function digestTurnedOff(before: KeptSchedule['state'] | undefined): Message {
  if (before === undefined || before === 'off')
    return privateWords([plain(`No digest is on here, so there is nothing to turn off. ${ASK}`)]);
  return privateWords([
    plain(
      `The digest of this channel is off, and no more of them come. ${COMMAND} on brings it back as it was. ${ASK}`,
    ),
  ]);
}

const ASK = `You can still look at one whenever you like: ${COMMAND} shows it to you alone.`;

export const NOT_FOR_OUTSIDERS =
  'A digest for everybody here is set up by the members of this workspace, and Slack tells me that you are here as a guest or from another organisation. Please ask one of them.';

/** For somebody who may look at digests but not set them up. */
export const digestRefusal = (): Message => privateWords([plain(`${NOT_FOR_OUTSIDERS} ${ASK}`)]);

/** A digest that was asked for at once could not be posted. */
export const digestNotPosted = ({ slackCode, userMessage }: Refused): Message =>
  privateWords([
    plain(
      NOT_A_MEMBER.includes(slackCode)
        ? `I am not in this channel, so I could not post the digest. Type /invite and pick me, and then ask once more. ${ASK}`
        : `I could not post the digest. ${userMessage} ${ASK}`,
    ),
  ]);
