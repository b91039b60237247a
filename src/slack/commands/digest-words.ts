import { type AskedPeriod, readPeriod, USUAL_PERIOD } from '../../reviews/digests/asked-period.ts';
import { readScheduleWords, type Unclear, type WantedSchedule } from './schedule-words.ts';
import { closestWord } from './slips.ts';

/** What the words behind `/apology-check digest` ask for. */
export type DigestWish =
  | { readonly kind: 'preview'; readonly period: AskedPeriod }
  /** In the channel, for everybody, at once. */
  | { readonly kind: 'here now'; readonly period: AskedPeriod }
  /** Without `wanted` as it was before, or as is usual. */
  | { readonly kind: 'on'; readonly wanted: WantedSchedule | undefined }
  | { readonly kind: 'off' }
  | { readonly kind: 'status' }
  | { readonly kind: 'usage' }
  | ({ readonly kind: 'unclear' } & Unclear);

/** More words than any of these commands has: looking each up takes its time, and it would be in vain. */
const MOST_WORDS = 16;
const SUB_COMMANDS = ['on', 'off', 'status', 'here', 'help'] as const;

/** Reads plain text in any case. Nothing is done by a guess: what is probably meant is only told. */
export function readDigestWords(typed: string): DigestWish {
  const [first = '', ...others] = typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const rest = others.join(' ');
  if (others.length >= MOST_WORDS) return unclear('That is more than I can make out.');
  switch (first.toLowerCase()) {
    case '':
      return { kind: 'preview', period: USUAL_PERIOD };
    case 'on':
      return wishToTurnOn(rest);
    case 'off':
    case 'status':
      return alone(first.toLowerCase() as 'off' | 'status', rest);
    case 'here':
      return hereNow(others);
    case 'help':
    case '?':
      return { kind: 'usage' };
    default:
      return readPeriodWord(first, rest) ?? guess(first, rest);
  }
}

function wishToTurnOn(rest: string): DigestWish {
  if (rest === '') return { kind: 'on', wanted: undefined };
  const read = readScheduleWords(rest);
  if (!('problem' in read)) return { kind: 'on', wanted: read };
  const { problem, meant } = read;
  // With its slips mended it may still say two things at once.
  const isClear = meant !== undefined && !('problem' in readScheduleWords(meant));
  return unclear(problem, isClear ? `on ${meant}` : undefined);
}

const alone = (kind: 'off' | 'status', rest: string): DigestWish =>
  rest === '' ? { kind } : unclear(`"${kind}" takes no more words.`, kind);

function hereNow([now = '', word, ...more]: readonly string[]): DigestWish {
  const period = word === undefined ? USUAL_PERIOD : readPeriod(word);
  if (now.toLowerCase() !== 'now')
    return unclear('To post a digest here for everybody, I want to hear both words.', 'here now');
  if (period === undefined || more.length > 0) return unclear(PERIODS, 'here now 30d');
  return { kind: 'here now', period };
}

const PERIODS = 'I tell of the last days, such as 30d, or of a month, such as 2026-10.';

function readPeriodWord(first: string, rest: string): DigestWish | undefined {
  const period = readPeriod(first);
  if (period === undefined) return undefined;
  return rest === '' ? { kind: 'preview', period } : unclear(PERIODS, first);
}

/** The first word is none of ours: a slip of one, words for `on` without it, or a period in other words. */
function guess(first: string, rest: string): DigestWish {
  const problem = `I don't know "${first}".`;
  const days = /^(\d{1,6})(?:\s*days?)?$/i.exec(`${first} ${rest}`.trim())?.[1];
  if (days !== undefined) return unclear(PERIODS, `${days}d`);
  if (/^\d[\d-]*d?$/i.test(first)) return unclear(`"${first}" is no period. ${PERIODS}`);
  if (first.toLowerCase() === 'now') return unclear(problem, 'here now');
  const command = closestWord(first, SUB_COMMANDS);
  const meant = command === undefined ? `on ${first} ${rest}` : `${command} ${rest}`;
  return unclear(problem, understood(meant.trim()));
}

/** These words where they can be done as they stand, else what they in turn probably mean. */
function understood(words: string): string | undefined {
  const wish = readDigestWords(words);
  return wish.kind === 'unclear' ? wish.meant : words;
}

const unclear = (problem: string, meant?: string): DigestWish => ({ kind: 'unclear', problem, meant });
