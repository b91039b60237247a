import type { ContainerBlock, ContextBlock, HeaderBlock, KnownBlock, RichTextBlock } from '@slack/types';
import { checklistOf, type Point } from '../../evaluator/checklist.ts';
import type { Profile } from '../../evaluator/profile.ts';
import type { Review, Rewrite } from '../../evaluator/review.ts';
import { reviewWords } from '../../evaluator/review-words.ts';
import type { Rule } from '../../evaluator/rule.ts';
import { RULES } from '../../evaluator/rules/index.ts';
import { cutText, LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { quotedWithBlanks } from './quoted-rewrite.ts';
import { restBlocks } from './rest-of-review.ts';
import { reviewText } from './review-text.ts';
import { bold, list, paragraph, plain, quote, richText } from './rich-text.ts';

export interface ReviewMessageOptions {
  /** As the person wrote it: a rewrite that equals it is not shown. */
  readonly draft: string;
  readonly profile: Profile;
  /** Why the answer is not in the thread; shown first. */
  readonly because?: string | undefined;
  /** The rules that made the review. */
  readonly rules?: readonly Rule[];
}

/** Two quotes show what is meant; more would bury the advice. */
const QUOTES_PER_FIX = 2;
const QUOTE_MAX = 400;
/** More advisories than this has no draft yet; Slack's limit of blocks must hold all the same. */
const MAX_ADVISORIES = 10;

/**
 * The answer to a draft: band in words, up to three fixes with the person's own words, the rest folded,
 * the rewrite with its questions, the score last. A draft's words stand in literal text elements only.
 */
export function reviewMessage(review: Review, options: ReviewMessageOptions): Message {
  const { draft, profile, because, rules = RULES } = options;
  const checklist = checklistOf(review, rules, profile);
  const words = reviewWords(review, checklist, draft);
  const rest = words.rest === undefined ? [] : restBlocks(checklist);
  const around = (folded: readonly KnownBlock[]): KnownBlock[] => [
    ...(because === undefined ? [] : [context(because)]),
    header(checklist.headline),
    ...(words.lead === undefined ? [] : [richText(paragraph(plain(words.lead)))]),
    ...checklist.fixes.map(fix),
    ...review.advisories.slice(0, MAX_ADVISORIES).map(({ message }) => context(message)),
    ...folded,
    ...(words.suggestion === undefined || !review.rewrite
      ? []
      : suggestion(words.suggestion, review.rewrite)),
    context(words.footer),
  ];
  return {
    text: reviewText({ review, checklist, words, because }),
    blocks: around(words.rest === undefined ? [] : [container(words.rest, rest)]),
    flat: around(words.rest === undefined ? [] : [richText(paragraph(bold(words.rest))), ...rest]),
  };
}

const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: cutText(text, LIMITS.header), emoji: false },
});

const context = (text: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: cutText(text, LIMITS.sectionText), emoji: false }],
});

function fix({ title, advice, evidence }: Point, index: number): RichTextBlock {
  const heading = bold(`${index + 1}  ${title}`);
  const quotes = evidence.slice(0, QUOTES_PER_FIX).map((words) => quote(cutText(words.quote, QUOTE_MAX)));
  // Two paragraphs in a row would run into one line in some of Slack's clients.
  if (quotes.length === 0) return richText(paragraph(heading, plain(`\n${advice}`)));
  return richText(paragraph(heading), ...quotes, paragraph(plain(advice)));
}

const container = (title: string, children: readonly RichTextBlock[]): ContainerBlock => ({
  type: 'container',
  title: { type: 'plain_text', text: cutText(title, LIMITS.containerTitle), emoji: false },
  child_blocks: children.slice(0, LIMITS.containerChildren),
  is_collapsible: true,
  default_collapsed: true,
});

function suggestion(title: string, rewrite: Rewrite): RichTextBlock[] {
  const questions = rewrite.blanks.map(({ question }) => plain(question));
  return [
    richText(paragraph(bold(title))),
    ...quotedWithBlanks(rewrite),
    ...(questions.length > 0 ? [richText(list('ordered', questions))] : []),
  ];
}
