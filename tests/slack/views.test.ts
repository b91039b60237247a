import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../src/evaluator/review.ts';
import { reviewMessage } from '../../src/slack/views/review-message.ts';
import { literalText } from '../support/literal-text.ts';
import { BAD_DRAFT, citing, reviewOf, sampleReview } from '../support/sample-review.ts';
import { SAMPLE_RULES } from '../support/sample-rules.ts';

const show = (review: Review, draft = BAD_DRAFT, because?: string) =>
  reviewMessage(review, { draft, profile: 'email', because, rules: SAMPLE_RULES });

const headline = (blocks: readonly KnownBlock[]) =>
  blocks.flatMap((block) => (block.type === 'header' ? [block.text.text] : []));

/** Every word of the blocks in the order in which they are read. */
const words = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(words).join(' ');
  if (node === null || typeof node !== 'object') return '';
  const { text, elements, child_blocks, title } = node as Record<string, unknown>;
  const own = typeof text === 'string' ? text : words(text ?? title ?? []);
  return `${own} ${words(elements ?? [])} ${words(child_blocks ?? [])}`;
};

describe('a draft with faults', () => {
  const { blocks, text, flat } = show(reviewOf(BAD_DRAFT));

  test('leads with the band in words and the number of fixes', () => {
    expect(headline(blocks)).toEqual(['Hold this one: three fixes first']);
  });

  test('quotes the words that a fix is about, exactly', () => {
    const quotes = blocks
      .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
      .filter(({ type }) => type === 'rich_text_quote');
    const [first, second, rewrite, ...more] = quotes.map(literalText);
    expect([first, second]).toEqual(['sorry if anyone was affected', 'Our courier messed up']);
    expect([rewrite, more]).toEqual(["I'm sorry that [what exactly went wrong].", []]);
  });

  test('shows the number only after the fixes', () => {
    const all = words(blocks);
    expect(all.indexOf('31 of 100')).toBeGreaterThan(all.indexOf('Our courier messed up'));
  });

  test('folds everything else, and has it open where Slack knows no folding', () => {
    const container = blocks.find((block) => block.type === 'container');
    expect(container).toMatchObject({ is_collapsible: true, default_collapsed: true });
    expect(words(container)).toContain('No word about next time');
    expect(words(flat)).toContain('No word about next time');
    expect(flat?.some(({ type }) => type === 'container')).toBe(false);
  });

  test('ends with the rewrite to copy and the questions that are left', () => {
    expect(literalText(blocks)).toMatch(
      /one question left.*I'm sorry that \[what exactly went wrong\]\..*What exactly went wrong\?/s,
    );
  });

  test('says all of it in the text that a screen reader reads', () => {
    for (const part of [
      'Hold this one',
      'sorry if anyone was affected',
      'No word about what you will do',
      'No word about next time',
      "I'm sorry that [what exactly went wrong].",
      'What exactly went wrong?',
      '31 of 100',
    ]) {
      expect(text).toContain(part);
    }
  });
});

test('an answer outside the thread says first why', () => {
  const { blocks, text } = show(reviewOf(BAD_DRAFT), BAD_DRAFT, 'I am not in this channel.');
  expect(blocks[0]?.type).toBe('context');
  expect(text.startsWith('I am not in this channel.')).toBe(true);
});

test('a draft that is ready gets a short, warm answer', () => {
  const review = sampleReview(
    {
      'explicit-apology': 'present',
      'takes-responsibility': 'present',
      'repair-offer': 'present',
      'prevention-step': 'present',
    },
    {
      band: 'ready',
      score: 96,
      rewrite: { text: 'other words', score: 96, band: 'ready', blanks: [], changes: [] },
    },
  );
  const { blocks } = show(review);
  expect(headline(blocks)).toEqual(['Ready to send']);
  expect(words(blocks)).toContain('Thank you');
  expect(words(blocks)).not.toContain('other words');
  expect(blocks.length).toBeLessThanOrEqual(4);
});

test('a text that is no apology gets one clear sentence and no list of what is missing', () => {
  const { blocks, text } = show(sampleReview({}, { notAnApology: true, band: 'hold', score: 0 }));
  expect(headline(blocks)).toEqual(['I found no apology in this text']);
  expect(text).not.toContain('Nobody says sorry');
  expect(text).not.toContain('0 of 100');
});

test('a draft in another language gets the reason and neither a band nor a number', () => {
  const message = 'I read English only so far.';
  const { blocks, text } = show(
    sampleReview({}, { band: 'hold', score: 0, advisories: [{ flag: 'language', message }] }),
  );
  expect(headline(blocks)).toEqual(['I could not judge this one']);
  expect(text).toContain(message);
  expect(text).not.toMatch(/Hold|of 100|Nobody says sorry/);
});

test('a rewrite that changes nothing is not offered', () => {
  const review = sampleReview(
    {},
    { rewrite: { text: BAD_DRAFT, score: 61, band: 'needs-work', blanks: [], changes: [] } },
  );
  expect(show(review).text).not.toContain('A suggestion');
});

test('advisories are shown as lines of their own', () => {
  const review = sampleReview(
    {},
    { advisories: [{ flag: 'legal-review', message: 'Someone with authority should read this first.' }] },
  );
  expect(show(review).blocks).toContainEqual({
    type: 'context',
    block_id: 'advisory:0',
    elements: [{ type: 'plain_text', text: 'Someone with authority should read this first.', emoji: false }],
  });
});

test('a mention in a quote stands in literal text, and escaped in the text', () => {
  const draft = 'Sorry if <!channel> & @here were affected.';
  const { blocks, text } = show(sampleReview({ 'conditional-apology': citing(draft, draft) }), draft);
  expect(literalText(blocks)).toContain(draft);
  expect(text).toContain('Sorry if &lt;!channel&gt; &amp; @here were affected.');
});

test('a draft that does not say what went wrong gets three questions to ask, as text to copy', () => {
  const review = sampleReview({}, { advisories: [{ flag: 'unheard', message: 'Ask first.' }] });
  const { blocks, flat, text } = show(review);
  const folded = blocks.find(({ block_id }) => block_id === 'ask');
  expect(folded).toMatchObject({ type: 'container', default_collapsed: true });
  for (const shown of [folded, flat]) {
    expect(words(shown)).toContain('Three questions to ask the customer');
    expect(words(shown)).toContain('What would put it right for you?');
  }
  expect(JSON.stringify(folded)).toContain('rich_text_preformatted');
  expect(text).toContain('What did it cost you');
  expect(words(show(sampleReview()).blocks)).not.toContain('Three questions');
});

describe('the buttons of a reply', () => {
  const withId = (canEdit?: boolean) =>
    reviewMessage(reviewOf(BAD_DRAFT), {
      ...{ draft: BAD_DRAFT, profile: 'email', rules: SAMPLE_RULES, reviewId: 'r1' },
      ...(canEdit === undefined ? {} : { canEdit }),
    });
  const buttons = (blocks: readonly KnownBlock[]) =>
    blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

  test('say to a screen reader what they are about', () => {
    const labels = buttons(withId().blocks).flatMap((button) =>
      button.type === 'button' ? (button.accessibility_label ?? []) : [],
    );
    expect(labels).toContain('Why: The apology is conditional');
    expect(labels).toContain('Not an issue here: The apology is conditional');
    expect(labels).toContain('Delete this review');
  });

  test('offer the editor where there is one', () => {
    const editing = ({ blocks }: { blocks: KnownBlock[] }) =>
      buttons(blocks).filter((button) => 'action_id' in button && button.action_id === 'edit_again');
    expect(editing(withId())).toMatchObject([{ text: { text: 'Answer and check again' }, value: 'r1' }]);
    expect(editing(withId(false))).toEqual([]);
  });

  test('are not there where there is no review to act on', () => {
    expect(buttons(show(reviewOf(BAD_DRAFT)).blocks)).toEqual([]);
  });

  test("stand in the flat form too, with plain ones for Slack's own", () => {
    const texts = buttons(withId().flat ?? []).flatMap((button) =>
      button.type === 'button' ? button.text.text : [],
    );
    expect(texts).toEqual([
      ...['Why', 'Not an issue here', 'Why', 'Not an issue here', 'Why'],
      ...['Answer and check again', 'Delete', 'How this works', 'Helpful', 'Not helpful'],
    ]);
  });
});
