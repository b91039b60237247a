import type { HeaderBlock, KnownBlock, SectionBlock } from '@slack/types';
import { type Checklist, checklistOf, isUnjudged } from '../../evaluator/checklist.ts';
import type { Profile } from '../../evaluator/profile.ts';
import type { Review } from '../../evaluator/review.ts';
import { reviewWords } from '../../evaluator/review-words.ts';
import type { Rule } from '../../evaluator/rule.ts';
import { RULES } from '../../evaluator/rules/index.ts';
import { editorBlocks } from '../ids.ts';
import type { Verdict } from './editor-form.ts';
import { fixWords } from './fix-blocks.ts';
import { cutText, LIMITS } from './limits.ts';
import { quotedWithBlanks } from './quoted-rewrite.ts';
import { bold, paragraph, richText } from './rich-text.ts';
import { verdictWords } from './standing-words.ts';
import { words } from './words.ts';

export interface CheckAnswerOptions {
  /** The text that was read. */
  readonly text: string;
  readonly profile: Profile;
  /** What the text came to before. */
  readonly before: Verdict | undefined;
  /** Whether the text in the draft is another than the person typed. */
  readonly replaced: boolean;
  /** Answers that the text had no place for. */
  readonly unplaced: number;
  readonly rules?: readonly Rule[];
}

const MAX_ADVISORIES = 10;

/** What a check says inside the form: the score before and after, what is left, and the suggestion. */
export function checkAnswer(review: Review, options: CheckAnswerOptions): KnownBlock[] {
  const { text, profile, rules = RULES } = options;
  const checklist = checklistOf(review, rules, profile);
  const { lead, suggestion } = reviewWords(review, checklist, text);
  const blocks = [
    header(checklist.headline),
    section(scoreWords(review, options)),
    ...sections([lead, options.replaced ? REPLACED : undefined, unplacedWords(options.unplaced)]),
    ...checklist.fixes.map((point, index) => fixWords(point, index, 1)),
    ...review.advisories.slice(0, MAX_ADVISORIES).map(({ message }) => section(message)),
    ...(suggestion === undefined ? restWords(checklist) : []),
    ...(suggestion === undefined ? [] : [richText(paragraph(bold(suggestion)))]),
  ].map((block, index) => ({ ...block, block_id: `${editorBlocks.answer}${index}` }));
  return suggestion === undefined || !review.rewrite
    ? blocks
    : [...blocks, ...quotedWithBlanks(review.rewrite)];
}

const REPLACED =
  'The draft above is now the text with your answers in it. Read it once as your customer will.';

const unplacedWords = (count: number): string | undefined =>
  count === 0
    ? undefined
    : `I found no place in the text for ${count === 1 ? 'one of your answers' : `${count} of your answers`}. Please work it into the draft yourself.`;

/** In words and in numbers; nothing of either where nothing was judged. */
function scoreWords(review: Review, { before }: CheckAnswerOptions): string {
  if (isUnjudged(review)) return 'No score for this one.';
  if (review.notAnApology) return 'There is nothing to score yet.';
  const now = verdictWords(review);
  if (before === undefined) return `${now}. Only you see this, and nothing of it is kept.`;
  return `Before: ${verdictWords(before)}. Now: ${now}. ${changeWords(review.score - before.score)}`;
}

function changeWords(points: number): string {
  if (points === 0) return 'The number is the same.';
  const count = Math.abs(points) === 1 ? '1 point' : `${Math.abs(points)} points`;
  return points > 0 ? `That is ${count} more.` : `That is ${count} less.`;
}

const restWords = ({ small, fixes }: Checklist): SectionBlock[] =>
  small.length === 0 || fixes.length === 0
    ? []
    : [section(`Also worth a look: ${small.map(({ title }) => title).join('; ')}.`)];

const header = (text: string): HeaderBlock => ({ type: 'header', text: words(cutText(text, LIMITS.header)) });

const section = (text: string): SectionBlock => ({
  type: 'section',
  text: words(cutText(text, LIMITS.sectionText)),
});

const sections = (texts: readonly (string | undefined)[]): SectionBlock[] =>
  texts.flatMap((text) => (text === undefined ? [] : [section(text)]));
