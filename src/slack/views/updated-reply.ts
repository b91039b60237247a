import type { KnownBlock } from '@slack/types';
import { checklistOf } from '../../evaluator/checklist.ts';
import type { Profile } from '../../evaluator/profile.ts';
import type { Finding, Review, RuleWeights } from '../../evaluator/review.ts';
import { reviewWords } from '../../evaluator/review-words.ts';
import type { Rule } from '../../evaluator/rule.ts';
import { LIMITS } from './limits.ts';
import { type Marked, markedBlocks } from './marked-blocks.ts';
import type { Message } from './message.ts';
import { quotesInReply } from './quotes-in-reply.ts';
import { arranged, partsOf } from './reply-parts.ts';
import { foldedRest, header, verdictBlocks } from './review-message.ts';
import { lengthOfText, spokenText } from './spoken-text.ts';

/** A review as it stands after somebody marked findings, without a word of the draft. */
export interface Rejudged extends Pick<Review, 'band' | 'score'> {
  readonly profile: Profile;
  /** What is marked is absent here. */
  readonly findings: readonly Finding[];
  readonly dismissed: readonly string[];
  /** Rules that counted twice or half; unset: none. */
  readonly weights?: RuleWeights | undefined;
}

interface Where {
  readonly reviewId: string;
  readonly rules: readonly Rule[];
}

/**
 * A posted reply after findings were marked as not an issue, or no longer: verdict, folded rest and score
 * are made anew, everything else stays as it was posted. The quotes are taken from the posted blocks.
 */
export function updatedReply(
  posted: readonly KnownBlock[],
  { profile, findings, dismissed, weights, band, score }: Rejudged,
  { reviewId, rules }: Where,
): Message<KnownBlock> {
  const quotes = quotesInReply(posted);
  const review: Review = {
    version: 1,
    engine: '',
    notAnApology: false,
    advisories: [],
    band,
    score,
    ...(weights ? { weights } : {}),
    findings: findings.map((finding) => withQuotes(finding, quotes.get(finding.rule) ?? [])),
  };
  const marked = rules
    .filter(({ id }) => dismissed.includes(id))
    .map(({ id, title }): Marked => ({ rule: id, title, quotes: quotes.get(id) ?? [] }));
  const checklist = checklistOf(review, rules, profile);
  const words = reviewWords(review, checklist, '');
  const parts = partsOf(posted);
  const style = posted.some(({ type }) => type === 'context_actions') ? 'folded' : 'flat';
  const updated = {
    ...parts,
    headline: [header(checklist.headline)],
    verdict: [...verdictBlocks(checklist, words, reviewId), ...markedBlocks(marked, reviewId)],
    footer: parts.footer.map((block) => withScore(block, score)),
  };
  const whole = { ...updated, rest: foldedRest(style, checklist, words, updated) };
  // The marks and what moves up in their place may need the room that the changes had.
  const ours = lengthOfText(arranged({ ...whole, current: [], suggestion: [] }));
  const blocks = arranged(ours <= LIMITS.messageBlocksText ? whole : { ...whole, changes: [] });
  return { text: spokenText(blocks), blocks };
}

/** The quotes are those of the first spans, as far as the reply showed them. */
const withQuotes = (finding: Finding, quotes: readonly string[]): Finding => ({
  ...finding,
  evidence: finding.evidence.map((span, index) => ({ ...span, quote: quotes[index] ?? '' })),
});

function withScore(block: KnownBlock, score: number): KnownBlock {
  if (block.type !== 'context') return block;
  const elements = block.elements.map((element) =>
    'text' in element
      ? { ...element, text: element.text.replace(/^\d+(?= of 100)/, String(score)) }
      : element,
  );
  return { ...block, elements };
}
