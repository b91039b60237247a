import type { Context } from '../evaluator/context.ts';
import type { Profile } from '../evaluator/profile.ts';
import type { Blank, Review } from '../evaluator/review.ts';
import { fillBlanks } from '../evaluator/rewrite/fill-blanks.ts';
import { openBlanks } from './open-blanks.ts';
import type { SettingsPlace } from './ports.ts';
import { requestProfile } from './request-profile.ts';
import { createReviewHere, type ReviewHereDeps } from './review-here.ts';

/** A slot of a text and what somebody typed for it. */
export interface Answer {
  readonly slot: string;
  readonly words: string;
}

export interface NowRequest {
  readonly draft: string;
  readonly context: Context;
  /** The channel whose settings hold; `undefined`: none is chosen yet. */
  readonly place: SettingsPlace | undefined;
  readonly answers?: readonly Answer[];
  /** The suggestion that stands beside this very draft, if one does; otherwise it is made again. */
  readonly suggestion?: string | undefined;
  /** Go on with the suggestion, whether questions were answered or not. */
  readonly take?: boolean;
}

export interface CheckedDraft {
  /** The draft, or the suggestion, with the answers in it. */
  readonly text: string;
  /** The text is the suggestion, no longer the draft. */
  readonly suggested: boolean;
  readonly review: Review;
  readonly profile: Profile;
  /** What people may offer in the channel. */
  readonly remedies: readonly string[];
  /** What is left to ask: of the text, then of the suggestion for it. */
  readonly blanks: readonly Blank[];
  /** Answers that the text has no place for. */
  readonly unplaced: readonly Answer[];
}

/**
 * Reads a draft at once, with the answers to its questions put in, and keeps nothing.
 * Throws EmptyDraftError, DraftTooLongError or StoreUnavailableError.
 */
export type CheckNow = (request: NowRequest) => Promise<CheckedDraft>;

export function createCheckNow(deps: ReviewHereDeps): CheckNow {
  const reviewHere = createReviewHere(deps);
  return async ({ draft, context, place, answers = [], suggestion, take = false }) => {
    const here = await reviewHere(place);
    const answered = answers.filter(({ words }) => words.trim() !== '');
    const inDraft = placed(draft, answered);
    const suggested =
      take || inDraft.length < answered.length
        ? (suggestion ?? (await here.review(draft, context)).rewrite?.text)
        : undefined;
    const better = suggested !== undefined && (take || placed(suggested, answered).length > inDraft.length);
    const base = better ? suggested : draft;
    const text = putAnswers(base, answered);
    const review = await here.review(text, context);
    const own = openBlanks(text, review.rewrite?.blanks);
    const others = (review.rewrite?.blanks ?? []).filter(
      (blank) => !own.some((one) => one.text === blank.text),
    );
    return {
      text,
      suggested: better,
      review,
      profile: requestProfile({ draft: text, context: here.known(context) }),
      remedies: here.remedies,
      blanks: review.band === 'ready' || review.notAnApology ? own : [...own, ...others],
      unplaced: answered.filter(({ slot }) => !base.includes(slot)),
    };
  };
}

const placed = (text: string, answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(({ slot }) => text.includes(slot));

/** A text with the answers in the place of their slots; one whose slot is not there changes nothing. */
export const putAnswers = (text: string, answers: readonly Answer[]): string =>
  fillBlanks(
    text,
    answers.map(({ slot }) => ({ text: slot, question: '', rule: '' })),
    new Map(answers.map(({ slot, words }) => [slot, words])),
  );
