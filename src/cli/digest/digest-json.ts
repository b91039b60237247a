import { FEWEST_DRAFTS, FEWEST_PEOPLE, isTooLittle } from '../../reviews/digests/figures.ts';
import type { PrintedDigest } from './printed-digest.ts';

/** A digest for another program; without figures, and with what they need, where there is too little. */
export function digestJson({ place, period, zone, figures }: PrintedDigest): object {
  const { channelId, teamId, enterpriseId } = place;
  const about = { version: 1, channel: channelId, team: teamId ?? enterpriseId, zone, period };
  return isTooLittle(figures)
    ? { ...about, figures: null, needed: { drafts: FEWEST_DRAFTS, people: FEWEST_PEOPLE } }
    : { ...about, figures };
}
