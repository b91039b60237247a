import type { Period } from '../figures.ts';
import { draftsOf, numeral } from './figures-in-words.ts';
import { daysIn, namedDays } from './named-days.ts';

export interface TooLittle {
  readonly period: Period;
  /** In which the days are named (IANA). */
  readonly zone: string;
  readonly drafts: number;
  readonly people: number;
  /** What a digest needs of both. */
  readonly needed: { readonly drafts: number; readonly people: number };
}

/** Why there are no figures of a period, and what to try: `askFor` says how to ask for so many days. */
export function tooLittleWords(
  { period, zone, drafts, people, needed }: TooLittle,
  askFor: (days: number) => string,
): string {
  const days = namedDays(period, zone, { withYear: true });
  // How many drafts one or two people had checked would be a figure about them.
  const found =
    people < needed.people
      ? ''
      : ` There ${drafts === 1 ? 'was' : 'were'} ${draftsOf(drafts)} in these days.`;
  const why = `I have too little to tell about ${days}.${found} A digest needs at least ${draftsOf(needed.drafts)} by ${numeral(needed.people)} people, so that it points at nobody.`;
  const longer = [30, 90].find((length) => length > daysIn(period));
  return longer === undefined
    ? `${why} Please ask again when more drafts have been checked here.`
    : `${why} A longer stretch may hold enough: ${askFor(longer)}`;
}
