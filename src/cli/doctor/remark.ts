import { printableLine } from '../printable.ts';

/** What one check has to say, in one line. Holds no secret. */
export interface Remark {
  /** What was looked at, in a word or two. */
  readonly about: string;
  readonly isWell: boolean;
  /** What is the case; where it is not well, also how to mend it. */
  readonly words: string;
}

export const well = (about: string, words: string): Remark => ({ about, isWell: true, words });
export const amiss = (about: string, words: string): Remark => ({ about, isWell: false, words });

export const remarkLine = ({ about, isWell, words }: Remark): string =>
  `${isWell ? 'ok       ' : 'look here'}  ${printableLine(`${about}: ${words}`)}\n`;
