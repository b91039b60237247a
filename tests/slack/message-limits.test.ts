import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { escapeWithin } from '../../src/slack/views/escape.ts';
import { failureMessage } from '../../src/slack/views/failure-message.ts';
import { howModal } from '../../src/slack/views/how-modal.ts';
import { cutText, splitText } from '../../src/slack/views/limits.ts';
import { parentMessage } from '../../src/slack/views/parent-message.ts';
import { whyModal } from '../../src/slack/views/why-modal.ts';
import { anyDraft } from '../support/any-review.ts';
import { refusal } from '../support/block-kit-schema.ts';
import { literalText } from '../support/literal-text.ts';

test('all of a draft is in the message that its thread hangs on', () => {
  fc.assert(
    fc.property(anyDraft, (text) => {
      const { blocks } = parentMessage('U1', text);
      expect(literalText(blocks.slice(1))).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('a draft is given back whole however long it is', () => {
  const long = 'Sorry for the wait, '.repeat(2500);
  const message = failureMessage('This is too long.', long);
  expect(refusal('message', message)).toBe('');
  expect(literalText(message.blocks)).toContain(long);
});

test('how this works fits into a modal, and names every rule', () => {
  const modal = howModal(RULES);
  expect(refusal('modal', modal)).toBe('');
  for (const rule of RULES) expect(literalText(modal.blocks)).toContain(rule.title);
});

test('cutting and splitting never break a character or lose one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 10, max: 50 }),
      (text, max) => {
        const pieces = splitText(text, max);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => piece.length > 0 && piece.length <= max && piece.isWellFormed())).toBe(
          true,
        );
        const cut = cutText(text, max);
        expect(cut.length <= max && cut.isWellFormed()).toBe(true);
        const escaped = escapeWithin(text, max);
        expect(escaped.length <= max && escaped.isWellFormed()).toBe(true);
        expect(escaped.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
      },
    ),
  );
});

test.each(RULES)('the reasons for $id show no mark of the examples', (rule) => {
  const modal = whyModal(rule);
  const text = literalText(modal.blocks);
  expect(text).toContain(rule.why);
  expect(text).toContain(rule.advice);
  expect(text).not.toMatch(/[«»]/);
});
