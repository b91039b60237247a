import type { Rule } from '../../evaluator/rule.ts';
import type { Frequency } from '../../reviews/digests/schedule.ts';

export interface DigestOptions {
  /** In which the days are named (IANA). */
  readonly zone: string;
  /** `asked`: posted to the channel because somebody asked for it. `preview`: for one person alone. */
  readonly kind: 'scheduled' | 'asked' | 'preview';
  /** Nothing was told here before. */
  readonly first: boolean;
  /** It holds earlier periods that were too small, or could not be posted. */
  readonly merged: boolean;
  /** ISO 8601 UTC, where it comes late. */
  readonly lateSince: string | undefined;
  /** Display name, plain text, of who turned it on, or for `asked` of who asked; unset where nobody knows. */
  readonly turnedOnBy: string | undefined;
  /** How often this channel gets one; unset where it gets none. */
  readonly frequency: Frequency | undefined;
  /** The rules that made the reviews. */
  readonly rules?: readonly Rule[];
}

/** To stand within a sentence. */
export const HOW_OFTEN: Readonly<Record<Frequency, string>> = {
  weekly: 'once a week',
  fortnightly: 'every two weeks',
  monthly: 'once a month',
};
