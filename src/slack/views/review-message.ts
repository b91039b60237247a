import type { HeaderBlock, KnownBlock } from '@slack/types';
import { type Checklist, checklistOf } from '../../evaluator/checklist.ts';
import type { Profile } from '../../evaluator/profile.ts';
import type { Review, Rewrite } from '../../evaluator/review.ts';
import { type ReviewWords, reviewWords } from '../../evaluator/review-words.ts';
import type { Rule } from '../../evaluator/rule.ts';
import { RULES } from '../../evaluator/rules/index.ts';
import { replyBlocks } from '../ids.ts';
import { encodeState } from '../review-state.ts';
import { fixBlocks } from './fix-blocks.ts';
import { cutText, LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { questionsToAsk } from './questions-to-ask.ts';
import { quotedWithBlanks } from './quoted-rewrite.ts';
import { quotedText } from './quoted-text.ts';
import { feedbackButtons, replyButtons } from './reply-buttons.ts';
import { arranged, fold, named, type ReplyParts, type Style, smallLine } from './reply-parts.ts';
import { restBlocks } from './rest-of-review.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';
import { lengthOfText, spokenText } from './spoken-text.ts';
import { whatChanged } from './what-changed.ts';

/** Above a reply that the writer of the draft did not ask for. */
export const ASKED_BY_ANOTHER =
  'Somebody here asked me for a look at this draft. What I say is about the words, never about who wrote them.';

export interface ReviewMessageOptions {
  /** As the person wrote it: a rewrite that equals it is not shown. */
  readonly draft: string;
  readonly profile: Profile;
  /** Why the answer is not in the thread; shown first. */
  readonly because?: string | undefined;
  /** The rules that made the review. */
  readonly rules?: readonly Rule[];
  /** What the buttons send back. Unset: there is nothing to act on, and no button. */
  readonly reviewId?: string | undefined;
  /** Whether there is an editor to open. */
  readonly canEdit?: boolean;
  /** How often another text, or another reading of it, took the place of the first. */
  readonly revision?: number;
  /** Whether the text is another than was asked about: that one stands nowhere else. Unset: after any revision. */
  readonly isEdited?: boolean;
}

/** More advisories than this has no draft yet; Slack's limit of blocks must hold all the same. */
const MAX_ADVISORIES = 10;

const CHANGES_TITLE = 'What changed';

/**
 * The answer to a draft: band in words, up to three fixes with the person's own words, the rest folded, the
 * rewrite with its questions, what it changed, the score last. A draft's words stand in literal text
 * elements only, and no block id or button holds any of them.
 */
export function reviewMessage(review: Review, options: ReviewMessageOptions): Message<KnownBlock> {
  const blocks = arranged(replyParts(review, options, 'folded'));
  return { text: spokenText(blocks), blocks, flat: arranged(replyParts(review, options, 'flat')) };
}

function replyParts(review: Review, options: ReviewMessageOptions, style: Style): ReplyParts {
  const { draft, profile, because, rules = RULES, reviewId, canEdit = true, revision = 0 } = options;
  const { isEdited = revision > 0 } = options;
  const checklist = checklistOf(review, rules, profile);
  const words = reviewWords(review, checklist, draft);
  const rewrite = words.suggestion === undefined ? undefined : review.rewrite;
  const hasQuestions = rewrite !== undefined && rewrite.blanks.length > 0;
  const parts: ReplyParts = {
    because: because === undefined ? [] : [named(replyBlocks.because, smallLine(because))],
    headline: [header(checklist.headline)],
    current: isEdited ? currentText(draft) : [],
    verdict: verdictBlocks(checklist, words, reviewId),
    advisories: review.advisories
      .slice(0, MAX_ADVISORIES)
      .map(({ message }, index) => named(`${replyBlocks.advisory}:${index}`, smallLine(message))),
    ask: review.advisories.some(({ flag }) => flag === 'unheard') ? questionsToAsk(style) : [],
    rest: [],
    suggestion: rewrite ? suggestion(words.suggestion ?? '', rewrite) : [],
    changes: [],
    buttons:
      reviewId === undefined ? [] : [replyButtons({ reviewId, canEdit, hasQuestions, style, revision })],
    footer: [named(encodeState(review, profile, rules), smallLine(words.footer))],
    feedback: reviewId === undefined || style === 'flat' ? [] : [feedbackButtons(reviewId)],
  };
  const withRest = { ...parts, rest: foldedRest(style, checklist, words, parts) };
  if (rewrite === undefined) return withRest;
  const room = LIMITS.messageBlocksText - lengthOfText(arranged(withRest)) - CHANGES_TITLE.length;
  const changes = whatChanged(rewrite.changes, rules, room);
  return { ...withRest, changes: fold(style, replyBlocks.changes, CHANGES_TITLE, changes) };
}

/** What there is to say about it, and the fixes that matter most. */
export function verdictBlocks(
  { fixes }: Checklist,
  { lead }: ReviewWords,
  reviewId: string | undefined,
): KnownBlock[] {
  return [
    ...(lead === undefined ? [] : [named(replyBlocks.lead, richText(paragraph(plain(lead))))]),
    ...fixes.flatMap((point, index) => fixBlocks(point, index, reviewId)),
  ];
}

/** The rest of the review, in brief where beside `others` there is no room for the whole of it. */
export function foldedRest(
  style: Style,
  checklist: Checklist,
  { rest }: ReviewWords,
  others: ReplyParts,
): KnownBlock[] {
  if (rest === undefined) return [];
  const whole = fold(style, replyBlocks.rest, rest, restBlocks(checklist));
  // The person's own text and what is made of it are never cut, so they are no reason to cut anything else.
  const room =
    LIMITS.messageBlocksText - lengthOfText(arranged({ ...others, current: [], suggestion: [], rest: [] }));
  return lengthOfText(whole) <= room
    ? whole
    : fold(style, replyBlocks.rest, rest, restBlocks(checklist, 'brief'));
}

/** The band in words. */
export const header = (text: string): HeaderBlock => ({
  type: 'header',
  block_id: replyBlocks.headline,
  text: { type: 'plain_text', text: cutText(text, LIMITS.header), emoji: false },
});

/** To read and to copy, because the message that the thread hangs on still has the old one. */
const currentText = (draft: string): KnownBlock[] => [
  named(replyBlocks.currentTitle, richText(paragraph(bold('The draft as it stands now')))),
  ...quotedText(`${replyBlocks.current}:`, draft),
];

function suggestion(title: string, rewrite: Rewrite): KnownBlock[] {
  const questions = rewrite.blanks.map(({ question }) => plain(question));
  return [
    named(replyBlocks.suggestionTitle, richText(paragraph(bold(title)))),
    ...quotedWithBlanks(rewrite),
    ...(questions.length > 0 ? [named(replyBlocks.questions, richText(list('ordered', questions)))] : []),
  ];
}
