import type { RichTextElement } from '@slack/types';
import type { KeptDigest, KeptSchedule } from '../../reviews/digests/ports.ts';
import { commands } from '../ids.ts';
import { digestButton, digestButtonText } from './digest-button.ts';
import type { Message } from './message.ts';
import { privateWords } from './private-words.ts';
import { plain } from './rich-text.ts';
import { dueInWords, howOften } from './schedule-in-words.ts';
import { person, time } from './who-and-when.ts';

const COMMAND = `${commands.apologyCheck} digest`;

interface Status {
  /** `undefined` where nobody has ever turned one on. */
  readonly kept: KeptSchedule | undefined;
  /** Newest first. */
  readonly latest: readonly KeptDigest[];
}

/** How the digest of a channel stands. For one person only. */
export function digestStatus({ kept, latest }: Status): Message {
  const isOn = kept !== undefined && kept.state !== 'off';
  return privateWords(
    [...(isOn ? standing(kept) : [plain(OFF)]), ...lastOnes(latest)],
    [digestButton(digestButtonText(isOn))],
  );
}

const OFF = `No digest is on here. ${COMMAND} on brings one every week, and ${COMMAND} shows you alone what it would say now.`;

function standing({ state, schedule, owner, nextDue }: KeptSchedule): RichTextElement[][] {
  const turnedOn = [...plain(' Turned on by '), ...person(owner), ...plain('.')];
  if (state === 'on')
    return [
      [
        ...plain(
          `A digest is on here, ${howOften(schedule)}. The next one comes on ${dueInWords(nextDue, schedule.zone)}.`,
        ),
        ...turnedOn,
      ],
    ];
  return [
    [...plain(`The digest of this channel is paused. It was to come ${howOften(schedule)}.`), ...turnedOn],
    plain(
      `Slack would not take the last one: I was taken out of the channel, or may not post here any more. Once that has changed (type /invite and pick me), ${COMMAND} on has it back as it was, and the next one tells of the time between as well.`,
    ),
  ];
}

/** The newest one, and where that was not posted also the last that was. */
function lastOnes(latest: readonly KeptDigest[]): RichTextElement[][] {
  const posted = latest.find(({ state }) => state === 'posted');
  const told = [...new Set([latest[0], posted])].filter((digest) => digest !== undefined);
  if (told.length === 0) return [plain('None has been posted here so far.')];
  return told.map(({ state, dueAt }) => [
    ...plain(LAST[state].before),
    ...time(dueAt),
    ...plain(LAST[state].after),
  ]);
}

const LAST: Readonly<Record<KeptDigest['state'], { readonly before: string; readonly after: string }>> = {
  due: { before: 'I am making the one that was due ', after: ' right now.' },
  posted: { before: 'The last one that I posted was due ', after: '.' },
  merged: {
    before: 'The one that was due ',
    after:
      ' was held back: it held too few drafts or people to be told without pointing at somebody. It is told with the next one.',
  },
  unposted: {
    before: 'The one that was due ',
    after: ' could not be posted. What it held is told with the next one.',
  },
};
