import { commands } from '../ids.ts';
import { escapeWithin } from './escape.ts';
import { cutText, LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { bold, copyable, list, paragraph, plain, richText } from './rich-text.ts';

const COMMAND = `${commands.apologyCheck} digest`;

/** Every form of the command: what to type, and what comes of it. */
const FORMS: readonly (readonly [how: string, what: string])[] = [
  [COMMAND, 'the last 7 days of this channel, for you alone. 30d or 2026-10 behind it is another time.'],
  [
    `${COMMAND} on`,
    'one for everybody here, every week on Monday at 09:00 of your time zone, or as it was set up here before.',
  ],
  [
    `${COMMAND} on fortnightly friday 14:00 Europe/Berlin`,
    'the same at another time. Words come in any order; there are also weekly, and monthly with a weekday, a day such as 15th, or last.',
  ],
  [`${COMMAND} off`, 'no more of them.'],
  [`${COMMAND} status`, 'whether one is on, and when the next one comes.'],
  [`${COMMAND} here now 30d`, 'one for everybody here, at once.'],
];

const GIVEN_BACK = 'This is what you typed, so that nothing is lost:';
/** A wrong word is quoted up to this length. */
const QUOTED_MAX = 200;

interface Mistake {
  readonly problem: string;
  /** What was probably meant, behind `digest`. */
  readonly meant: string | undefined;
  /** What was typed behind `digest`. */
  readonly typed: string;
}

/** How to ask for digests, with what is wrong about what was typed. For one person only. */
export function digestUsage(mistake?: Mistake): Message {
  const lead =
    mistake === undefined ? 'A digest tells what the drafts checked here have in common.' : said(mistake);
  const typed = mistake === undefined || mistake.typed.trim() === '' ? '' : `digest ${mistake.typed}`;
  const lines = [lead, ...FORMS.map(([how, what]) => `• ${how}: ${what}`)];
  return {
    text: escapeWithin([...lines, ...(typed === '' ? [] : [GIVEN_BACK, typed])].join('\n')),
    blocks: [
      richText(
        paragraph(plain(`${lead}\n`)),
        list(
          'bullet',
          FORMS.map(([how, what]) => [...bold(how), ...plain(`: ${what}`)]),
        ),
      ),
      ...(typed === '' ? [] : [richText(paragraph(plain(GIVEN_BACK))), ...copyable(typed)]),
    ].slice(0, LIMITS.messageBlocks),
  };
}

const said = ({ problem, meant }: Mistake): string =>
  [
    cutText(problem, QUOTED_MAX),
    meant !== undefined && `Did you mean ${COMMAND} ${cutText(meant, QUOTED_MAX)}?`,
    'I have changed nothing.',
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
