import { DEFAULT_SCHEDULE, type DigestSchedule, usualDay } from '../../reviews/digests/schedule.ts';
import { isLikeTime } from './read-time.ts';
import { readSayings, type Saying } from './schedule-sayings.ts';

/** When a digest is wanted. Without a zone it is the caller's. */
export type WantedSchedule = Omit<DigestSchedule, 'zone'> & { readonly zone: string | undefined };

/** Words that are not understood: what is wrong, in a sentence, and what was probably meant, whole. */
export interface Unclear {
  readonly problem: string;
  readonly meant: string | undefined;
}

const MONTHLY_ONLY =
  'A day of the month goes with "monthly" only. Weekly and fortnightly digests come on a weekday.';

/** Reads what stands behind `digest on`. What is not said is as usual. */
export function readScheduleWords(typed: string): WantedSchedule | Unclear {
  const sayings = readSayings(typed);
  const problem = strangeWord(sayings) ?? twice(sayings);
  if (problem !== undefined) return problem;
  const frequency = said(sayings, 'frequency');
  const number = said(sayings, 'number');
  if (number !== undefined && frequency !== 'monthly')
    return unclear(
      `${number} may be a time or a day of the month. Write ${number}:00 for the time, or monthly ${number} for the day.`,
    );
  const day = said(sayings, 'day') ?? number;
  if (typeof day === 'number' && (day < 1 || day > 31)) return unclear(`No month has a day ${day}.`);
  if (typeof day === 'number' && frequency !== undefined && frequency !== 'monthly')
    return unclear(MONTHLY_ONLY);
  const often = frequency ?? (typeof day === 'number' ? 'monthly' : DEFAULT_SCHEDULE.frequency);
  return {
    frequency: often,
    day: day ?? usualDay(often),
    time: said(sayings, 'time') ?? DEFAULT_SCHEDULE.time,
    zone: said(sayings, 'zone'),
  };
}

const unclear = (problem: string, meant?: string): Unclear => ({ problem, meant });

type Kind = Saying['kind'];
type ValueOf<K extends Kind> = Extract<Saying, { kind: K }>['value'];

const said = <K extends Kind>(sayings: readonly Saying[], kind: K): ValueOf<K> | undefined =>
  sayings.find((saying) => saying.kind === kind)?.value as ValueOf<K> | undefined;

function strangeWord(sayings: readonly Saying[]): Unclear | undefined {
  const strange = sayings.find(({ kind }) => kind === 'unknown');
  if (strange === undefined) return undefined;
  if (isLikeTime(strange.typed))
    return unclear(`"${strange.typed}" is no time of day. Write it as 09:00, 9am or 21:30.`);
  const allMeant = sayings.every(({ kind, value }) => kind !== 'unknown' || value !== undefined);
  const meant = sayings.map(({ kind, value, typed }) => (kind === 'unknown' ? value : typed)).join(' ');
  return unclear(`I don't know "${strange.typed}".`, allMeant ? meant : undefined);
}

const NAMES: Readonly<Partial<Record<Kind, string>>> = {
  frequency: 'answers to how often',
  day: 'days',
  time: 'times',
  zone: 'time zones',
};

/** The same said again does no harm; two different things do. */
function twice(sayings: readonly Saying[]): Unclear | undefined {
  // Beside a day, or another number, a number of a month is a day as well.
  const monthly = said(sayings, 'frequency') === 'monthly';
  const kindOf = ({ kind }: Saying): Kind => (kind === 'number' && monthly ? 'day' : kind);
  for (const saying of sayings) {
    const name = NAMES[kindOf(saying)];
    const other = sayings.find((one) => kindOf(one) === kindOf(saying) && one.value !== saying.value);
    if (name !== undefined && other !== undefined)
      return unclear(
        `I read two ${name} in this, "${saying.typed}" and "${other.typed}". Please keep one of them.`,
      );
  }
  return undefined;
}
