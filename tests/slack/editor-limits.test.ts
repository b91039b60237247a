import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewDraft } from '../../src/evaluator/evaluate.ts';
import { findText } from '../../src/slack/find-text.ts';
import { replyBlocks } from '../../src/slack/ids.ts';
import { joinParts, partsOf } from '../../src/slack/views/draft-inputs.ts';
import { editorModal } from '../../src/slack/views/draft-modal.ts';
import { reviewMessage } from '../../src/slack/views/review-message.ts';
import { refusal } from '../support/block-kit-schema.ts';
import { checkedForm } from '../support/checked-form.ts';

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

const OVERTAKEN = {
  notice: 'n'.repeat(400),
  newer: `https://example.slack.com/archives/C1/p${'1'.repeat(16)}`,
  overtaken: true,
  reply: { reviewId: 'r'.repeat(36), revision: 1000, channelId: 'C0123456789', ts: '1700000000.000100' },
};

test('no draft makes an editor that Slack would refuse', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const form = checkedForm(text, reviewDraft(text), 'email');
      for (const one of [form, { ...form, ...OVERTAKEN }])
        expect(refusal('modal', editorModal(one))).toBe('');
    }),
    { numRuns: 12 },
  );
});

test('no draft makes an edited reply that Slack would refuse, and the draft is found in it again', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const review = reviewDraft(text, {});
      const message = reviewMessage(review, { draft: text, profile: 'email', reviewId: 'r', revision: 1 });
      expect(refusal('message', message)).toBe('');
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
