import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADVISORY_FLAGS, BANDS, CHANGE_KINDS, type Review } from '../../src/evaluator/review.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { draftModal } from '../../src/slack/views/draft-modal.ts';
import { escapeWithin } from '../../src/slack/views/escape.ts';
import { failureMessage } from '../../src/slack/views/failure-message.ts';
import { helpMessage } from '../../src/slack/views/help-message.ts';
import { howModal } from '../../src/slack/views/how-modal.ts';
import { cutText, splitText } from '../../src/slack/views/limits.ts';
import { parentMessage } from '../../src/slack/views/parent-message.ts';
import { reviewMessage } from '../../src/slack/views/review-message.ts';
import { updatedReply } from '../../src/slack/views/updated-reply.ts';
import { whyModal } from '../../src/slack/views/why-modal.ts';
import { literalText } from '../support/literal-text.ts';
import { SAMPLE_RULES } from '../support/sample-rules.ts';

// Slack's limits, written down here a second time on purpose: the test must not believe the code.
const MESSAGE_BLOCKS = 50;
const MESSAGE_TEXT = 40_000;

const rules = RULES.length > 0 ? RULES : SAMPLE_RULES;

const draft = fc
  .array(
    fc.constantFrom(
      'Sorry ',
      '&',
      '<',
      '>',
      '@here',
      '🙂',
      '\n',
      'é',
      'x'.repeat(70),
      fc.sample(fc.string(), 1)[0] ?? '',
    ),
    {
      minLength: 1,
      maxLength: 3000,
    },
  )
  .map((parts) => `a${parts.join('')}`.slice(0, 12_000).toWellFormed());

const review = (text: string): fc.Arbitrary<Review> => {
  const evidence = fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length + 1) }))
    .map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }));
  const finding = (rule: (typeof rules)[number]) =>
    fc.record({
      rule: fc.constant(rule.id),
      kind: fc.constant(rule.kind),
      status: fc.constantFrom('present', 'absent', 'na'),
      evidence: fc.array(evidence, { maxLength: 5 }),
    });
  return fc.record({
    version: fc.constant(1 as const),
    engine: fc.constantFrom('rules', 'a-model'),
    band: fc.constantFrom(...BANDS),
    score: fc.nat(100),
    notAnApology: fc.boolean(),
    findings: fc.tuple(...rules.map(finding)) as fc.Arbitrary<Review['findings']>,
    advisories: fc.array(
      fc.record({
        flag: fc.constantFrom(...ADVISORY_FLAGS),
        message: fc.string({ minLength: 1, maxLength: 400 }),
      }),
      { maxLength: 10 },
    ),
    rewrite: fc.record({
      text: fc.constantFrom('short', text, text + text.slice(0, 3600)),
      score: fc.nat(100),
      band: fc.constantFrom(...BANDS),
      blanks: fc.array(fc.constant({ text: '[what]', question: 'What?', rule: 'x' }), { maxLength: 4 }),
      changes: fc.array(change(text), { maxLength: 60 }),
    }),
  });
};

const change = (text: string) =>
  fc.record({
    kind: fc.constantFrom(...CHANGE_KINDS),
    rule: fc.constantFrom('no-rule-of-ours', ...rules.map(({ id }) => id)),
    before: fc.constantFrom('', 'We are sorry if you were affected.', text.slice(0, 5000)),
    after: fc.constantFrom('', 'We are sorry.', text.slice(500)),
    start: fc.constant(0),
    end: fc.constant(1),
  });

type Labels = Partial<Record<'block_id' | 'action_id' | 'value' | 'accessibility_label', string>>;

/** Every limit of Slack's that a block of ours could break, as a list of complaints. */
function complaints(node: unknown, path = 'blocks'): string[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => complaints(item, `${path}.${index}`));
  if (node === null || typeof node !== 'object') return [];
  const { type, text, elements, child_blocks: children, title } = node as Record<string, unknown>;
  const found: string[] = [];
  const length = typeof text === 'string' ? text.length : 1;
  if (length < 1 || length > 3000) found.push(`${path}: a text of ${length} characters`);
  if (typeof text === 'string' && !text.isWellFormed()) found.push(`${path}: half a character`);
  if (type === 'header' && (text as { text: string }).text.length > 150)
    found.push(`${path}: a header over 150`);
  if (type === 'container' && (title as { text: string }).text.length > 150)
    found.push(`${path}: a title over 150`);
  if (Array.isArray(children) && (children.length < 1 || children.length > 10))
    found.push(`${path}: ${children.length} children`);
  if (type === 'context' && (elements as unknown[]).length > 10) found.push(`${path}: over 10 elements`);
  const { block_id: blockId, action_id: actionId, value, accessibility_label: label } = node as Labels;
  if (type === 'actions' && (elements as unknown[]).length > 25) found.push(`${path}: over 25 elements`);
  if (type === 'button' && (text as { text: string }).text.length > 75) found.push(`${path}: a text over 75`);
  for (const [name, words, max] of [
    ['block_id', blockId, 255],
    ['action_id', actionId, 255],
    ['value', value, 2000],
    ['accessibility_label', label, 75],
  ] as const)
    if (words !== undefined && (words.length < 1 || words.length > max))
      found.push(`${path}: ${name} of ${words.length} characters`);
  if (Array.isArray(elements) && elements.length === 0) found.push(`${path}: no elements`);
  const parts = Object.entries(node).filter(([, value]) => typeof value === 'object');
  return [...found, ...parts.flatMap(([name, value]) => complaints(value, `${path}.${name}`))];
}

const inLimits = (text: string, blocks: readonly KnownBlock[]) => {
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(MESSAGE_TEXT);
  expect(blocks.length).toBeLessThanOrEqual(MESSAGE_BLOCKS);
  expect(complaints(blocks)).toEqual([]);
  const ids = blocks.flatMap(({ block_id }) => block_id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
};

test('no review makes a message that Slack would refuse', () => {
  const case_ = draft.chain((text) => fc.tuple(fc.constant(text), review(text)));
  fc.assert(
    fc.property(case_, fc.boolean(), ([text, made], isPrivate) => {
      const because = isPrivate ? 'I am not in this channel.' : undefined;
      const reviewId = '4f6f2a0e-0000-8000-8000-000000000001';
      const message = reviewMessage(made, { draft: text, profile: 'email', because, rules, reviewId });
      inLimits(message.text, message.blocks);
      inLimits(message.text, message.flat ?? []);
      // Whatever is marked, in whatever order, the message stays one that Slack takes.
      const dismissed = rules.filter(({ kind }) => kind !== 'component').map(({ id }) => id);
      for (const posted of [message.blocks, message.flat ?? []]) {
        const findings = made.findings.map((finding) =>
          dismissed.includes(finding.rule)
            ? { ...finding, status: 'absent' as const, evidence: [] }
            : finding,
        );
        const rejudged = { profile: 'email', findings, dismissed, band: 'good', score: 80 } as const;
        const updated = updatedReply(posted, rejudged, { reviewId, rules });
        inLimits(updated.text, updated.blocks);
      }
    }),
    { numRuns: 60 },
  );
});

test('no draft makes a parent that Slack would refuse, and all of it is there', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const { text: spoken, blocks } = parentMessage('U1', text);
      inLimits(spoken, blocks);
      expect(literalText(blocks.slice(1))).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('a draft is given back whole however long it is', () => {
  const long = 'Sorry for the wait, '.repeat(2500);
  const { text, blocks } = failureMessage('This is too long.', long);
  inLimits(text, blocks);
  expect(literalText(blocks)).toContain(long);
  inLimits(helpMessage().text, helpMessage('word').blocks);
});

test('the form stays within the limits of a modal', () => {
  const modal = draftModal({ channelId: 'C1', onlyMe: true });
  for (const title of [modal.title, modal.submit, modal.close])
    expect(title?.text.length).toBeLessThanOrEqual(24);
  expect(modal.blocks.length).toBeLessThanOrEqual(100);
  expect(complaints(modal.blocks)).toEqual([]);
});

test('how this works fits into a modal, and names every rule', () => {
  const { title, close, blocks } = howModal(RULES);
  for (const words of [title, close]) expect(words?.text.length).toBeLessThanOrEqual(24);
  expect(blocks.length).toBeLessThanOrEqual(100);
  expect(complaints(blocks)).toEqual([]);
  for (const rule of RULES) expect(literalText(blocks)).toContain(rule.title);
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

test.each(RULES)('the reasons for $id fit into a modal, and show no mark of the examples', (rule) => {
  const modal = whyModal(rule);
  for (const title of [modal.title, modal.close]) expect(title?.text.length).toBeLessThanOrEqual(24);
  expect(modal.blocks.length).toBeLessThanOrEqual(100);
  expect(complaints(modal.blocks)).toEqual([]);
  const text = literalText(modal.blocks);
  expect(text).toContain(rule.why);
  expect(text).toContain(rule.advice);
  expect(text).not.toMatch(/[«»]/);
});
