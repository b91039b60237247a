import type { Period } from '../../reviews/digests/figures.ts';
import { commands } from '../ids.ts';
import { draftsOf, numeral } from './figures-in-words.ts';
import type { Message } from './message.ts';
import { daysIn, namedDays } from './named-days.ts';
import { paragraph, plain, richText } from './rich-text.ts';
import { spokenText } from './spoken-text.ts';

interface TooLittle {
  readonly period: Period;
  /** In which the days are named (IANA). */
  readonly zone: string;
  readonly drafts: number;
  readonly people: number;
  /** What a digest needs of both. */
  readonly needed: { readonly drafts: number; readonly people: number };
}

/** For who asked, alone: why there are no figures of a period, and what to try. */
export function digestTooLittle({ period, zone, drafts, people, needed }: TooLittle): Message {
  const days = namedDays(period, zone, { withYear: true });
  // How many drafts one or two people had checked would be a figure about them.
  const found =
    people < needed.people
      ? ''
      : ` There ${drafts === 1 ? 'was' : 'were'} ${draftsOf(drafts)} in these days.`;
  const why = `I have too little to tell about ${days}.${found} A digest needs at least ${draftsOf(needed.drafts)} by ${numeral(needed.people)} people, so that it points at nobody.`;
  const block = richText(paragraph(plain(`${why} ${wayOn(period)}`)));
  return { text: spokenText([block]), blocks: [block] };
}

function wayOn(period: Period): string {
  const longer = [30, 90].find((days) => days > daysIn(period));
  return longer === undefined
    ? 'Please ask again when more drafts have been checked here.'
    : `A longer stretch may hold enough: ${commands.apologyCheck} digest ${longer}d`;
}
