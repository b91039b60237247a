import { type Checklist, isUnjudged } from './checklist.ts';
import type { Review } from './review.ts';

/** What there is to say about a review as a whole, as plain text. */
export interface ReviewWords {
  /** A sentence under the headline, where the points do not speak for themselves. */
  readonly lead: string | undefined;
  /** Title of the folded part; `undefined` when nothing is left to fold. */
  readonly rest: string | undefined;
  /** Title of the rewrite; `undefined` when there is none worth showing. */
  readonly suggestion: string | undefined;
  readonly footer: string;
}

const NO_APOLOGY =
  'I read apologies to customers, and this does not say sorry for anything yet. If it should, say what went wrong, that you are sorry for it, and what you will do about it. If it is another kind of message, it needs nothing from me.';
const READY = 'Nothing here has to change. Thank you for taking the time to get it right.';
const GOOD = 'This is close. What is left is small, and the choice is yours.';

export function reviewWords(review: Review, checklist: Checklist, draft: string): ReviewWords {
  return {
    lead: leadOf(review),
    rest: review.notAnApology ? undefined : restOf(checklist),
    suggestion: suggestionOf(review, draft),
    footer: footerOf(review),
  };
}

function leadOf(review: Review): string | undefined {
  if (isUnjudged(review)) return undefined;
  if (review.notAnApology) return NO_APOLOGY;
  return { ready: READY, good: GOOD, 'needs-work': undefined, hold: undefined }[review.band];
}

function restOf({ good, small, notApplicable }: Checklist): string | undefined {
  const parts = [
    good.length > 0 && `${good.length} good`,
    small.length > 0 && `${small.length} more to look at`,
    notApplicable.length > 0 && `${notApplicable.length} not needed here`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Everything else: ${parts.join(', ')}` : undefined;
}

function suggestionOf(review: Review, draft: string): string | undefined {
  const { rewrite, notAnApology, band } = review;
  const nothingNew = rewrite === undefined || rewrite.text.trim() === draft.trim();
  if (nothingNew || notAnApology || isUnjudged(review) || band === 'ready') return undefined;
  const count = rewrite.blanks.length;
  const questions = ['no questions', 'one question', 'two questions', 'three questions', 'four questions'];
  const left = count === 0 ? '' : `, ${questions[count] ?? `${count} questions`} left`;
  return `A suggestion: your facts${left}`;
}

function footerOf(review: Review): string {
  if (isUnjudged(review)) return 'nothing of this draft is kept';
  const score = review.notAnApology ? '' : `${review.score} of 100 · `;
  const isSent = review.engine !== 'rules' || review.other !== undefined;
  return `${score}${judgesOf(review)}, nothing of this draft is kept${isSent ? ' here' : ''}`;
}

/** Who read the draft; `engine` names a language model, whose findings the rules have checked. */
function judgesOf({ engine, other }: Review): string {
  if (engine !== 'rules') return `judged by rules and ${engine}`;
  if (other === undefined) return 'judged by rules';
  return other.state === 'no-answer'
    ? `judged by rules, as ${other.name} did not answer`
    : `judged by rules; ${other.name} may add to it within half a minute`;
}
