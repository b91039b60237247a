import type { KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewDraft } from '../../src/evaluator/evaluate.ts';
import { openBlanks } from '../../src/reviews/open-blanks.ts';
import { findText } from '../../src/slack/find-text.ts';
import { replyBlocks } from '../../src/slack/ids.ts';
import { checkAnswer } from '../../src/slack/views/check-answer.ts';
import { joinParts, partsOf } from '../../src/slack/views/draft-inputs.ts';
import { editorModal } from '../../src/slack/views/draft-modal.ts';
import { type EditorForm, EMPTY_FORM } from '../../src/slack/views/editor-form.ts';
import { offersOf } from '../../src/slack/views/offers-menu.ts';
import { reviewMessage } from '../../src/slack/views/review-message.ts';

// Slack's limits, written down here a second time on purpose: the test must not believe the code.
const MODAL_BLOCKS = 100;
const METADATA = 3000;

const SENTENCES = [
  "I'm sorry if anyone was affected. ",
  'Our courier messed up & lost <it>. ',
  '[what exactly went wrong] ',
  '{{customer.first}} ',
  'Mistakes were made.\n\n',
  '🙂',
  'x'.repeat(900),
  '\n'.repeat(40),
];
const draft = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 200 })
  .map((parts) => `We write to you. ${parts.join('')}`.slice(0, 12_000).toWellFormed());

/** The worst that a form can come to hold about a draft. */
function fullForm(text: string): EditorForm {
  const review = reviewDraft(text, {});
  const blanks = [...openBlanks(text), ...(review.rewrite?.blanks ?? [])];
  return {
    ...EMPTY_FORM,
    draft: partsOf(text),
    round: 12,
    more: true,
    fields: { what_happened: 'x'.repeat(2000), customer_words: 'y'.repeat(3000) },
    blanks: blanks
      .filter((blank, index) => blanks.findIndex((one) => one.text === blank.text) === index)
      .map((blank) => ({ ...blank, answer: 'z'.repeat(1000) })),
    answer: checkAnswer(review, {
      text,
      profile: 'email',
      before: { band: 'hold', score: 0 },
      replaced: true,
      unplaced: 2,
    }),
    earlier: text,
    checked: 'f'.repeat(16),
    offers: offersOf(Array.from({ length: 20 }, (_, index) => `${index} ${'o'.repeat(190)}`)),
    verdict: review,
    notice: 'n'.repeat(400),
    newer: `https://example.slack.com/archives/C1/p${'1'.repeat(16)}`,
    overtaken: true,
    reply: { reviewId: 'r'.repeat(36), revision: 1000, channelId: 'C0123456789', ts: '1700000000.000100' },
    channelId: 'C0123456789',
  };
}

function complaints(view: ModalView): string[] {
  const ids = view.blocks.map(({ block_id: id }) => id).filter((id) => id !== undefined);
  const texts = JSON.stringify(view.blocks).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? [];
  const inputs = (view.blocks as KnownBlock[]).flatMap((block) =>
    block.type === 'input' ? [block.element] : [],
  );
  return [
    ...(view.blocks.length > MODAL_BLOCKS ? [`${view.blocks.length} blocks`] : []),
    ...((view.private_metadata ?? '').length > METADATA ? ['too much metadata'] : []),
    ...(new Set(ids).size < ids.length ? [`a block id twice: ${ids}`] : []),
    ...ids.filter((id) => id.length > 255),
    ...[view.title, view.submit, view.close].flatMap((text) =>
      text && text.text.length > 24 ? [text.text] : [],
    ),
    ...texts
      .map((text) => JSON.parse(`{${text}}`).text)
      .filter((text) => text.length < 1 || text.length > 3000),
    ...inputs.flatMap((element) =>
      element.type === 'plain_text_input' && (element.initial_value ?? '').length > (element.max_length ?? 0)
        ? [`${element.action_id}: begins with more than it takes`]
        : [],
    ),
  ];
}

test('no draft makes an editor that Slack would refuse', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const form = fullForm(text);
      expect(complaints(editorModal(form))).toEqual([]);
      expect(complaints(editorModal({ ...form, reply: undefined }))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test('no draft makes an edited reply that Slack would refuse, and the draft is found in it again', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const review = reviewDraft(text, {});
      const message = reviewMessage(review, { draft: text, profile: 'email', reviewId: 'r', edited: true });
      expect(message.blocks.length).toBeLessThanOrEqual(50);
      expect((message.flat ?? []).length).toBeLessThanOrEqual(50);
      expect(message.text.length).toBeLessThanOrEqual(40_000);
      expect(findText(message.blocks, `${replyBlocks.current}:`)).toBe(text);
      const suggestion = findText(message.blocks, `${replyBlocks.suggestion}:`);
      if (suggestion !== undefined) expect(suggestion).toBe(review.rewrite?.text);
    }),
    { numRuns: 12 },
  );
});

test('a draft in several inputs is the same draft, whatever white space they lose', () => {
  fc.assert(
    fc.property(draft, fc.boolean(), (text, loses) => {
      const { parts, seams } = partsOf(text);
      expect(parts.every((part) => part.length <= 3000)).toBe(true);
      const kept = loses ? parts.map((part) => part.trim()) : parts;
      const again = joinParts({ parts: kept, seams });
      const squeezed = (words: string) => words.trim().replace(/\s{8,}/g, ' ');
      expect(squeezed(again).replace(/\n\n/g, ' ')).toBe(squeezed(text).replace(/\n\n/g, ' '));
      expect(parts.length).toBeLessThanOrEqual(6);
    }),
    { numRuns: 60 },
  );
});
