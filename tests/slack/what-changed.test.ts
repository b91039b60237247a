import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/evaluator/review.ts';
import { whatChanged } from '../../src/slack/views/what-changed.ts';
import { literalText } from '../support/literal-text.ts';
import { SAMPLE_RULES } from '../support/sample-rules.ts';

const change = (before: string, after: string, more: Partial<Change> = {}): Change => ({
  kind: 'replace',
  rule: 'conditional-apology',
  before,
  after,
  start: 0,
  end: before.length,
  ...more,
});

const show = (changes: readonly Change[], budget = 10_000) => whatChanged(changes, SAMPLE_RULES, budget);

/** The words of a style, joined by a bar. */
const styled = (node: unknown, style: 'bold' | 'strike'): string[] => {
  if (Array.isArray(node)) return node.flatMap((item) => styled(item, style));
  if (node === null || typeof node !== 'object') return [];
  const { elements, text, style: own } = node as { elements?: unknown; text?: string; style?: object };
  const mine = own && style in own && typeof text === 'string' ? [text] : [];
  return [...mine, ...styled(elements ?? [], style)];
};

describe('what the suggestion changed', () => {
  test('is told word by word, with the reason, and not by style alone', () => {
    const blocks = show([change('We are sorry if anyone was affected.', 'We are sorry that we were late.')]);
    const text = literalText(blocks);
    expect(text).toContain('1  The apology is conditional. It hurts the reader.');
    expect(text).toContain('before: We are sorry if anyone was affected.');
    expect(text).toContain('after: We are sorry that we were late.');
    expect(styled(blocks, 'strike').join('|')).toContain('if');
    expect(styled(blocks, 'strike').join(' ')).not.toContain('sorry');
    expect(styled(blocks, 'bold').join('|')).toContain('that');
  });

  test.each([
    ['a sentence that goes', change('It is only a lamp.', '', { kind: 'cut' }), 'after: taken out'],
    [
      'a sentence that comes',
      change('', 'We sent a new one.', { kind: 'insert', rule: 'repair-offer' }),
      'No word about what you will do. It matters to the reader.before: nothing yet\nafter: We sent a new one.',
    ],
    [
      'a sentence that moves',
      change('I am sorry.', 'I am sorry.', { kind: 'move' }),
      'after: the same words, in another place',
    ],
  ])('%s is said in words', (_, made, expected) => {
    expect(literalText(show([made]))).toContain(expected);
  });

  test('of a rule that is not known any more has no reason, and is shown all the same', () => {
    expect(literalText(show([change('Old.', 'New.', { rule: 'gone' })]))).toBe('1before: Old.\nafter: New.');
  });

  test('says what is left out where there is no room for all', () => {
    const long = Array.from({ length: 30 }, () => change('a '.repeat(200), 'b '.repeat(200)));
    const blocks = show(long, 4000);
    const text = literalText(blocks);
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).toMatch(
      /\d+ more changes are too long to show here\. Compare your draft with the suggestion/,
    );
    expect(show(long, -100)).toEqual([]);
  });

  test('two texts with nothing in common do not take long', () => {
    const words = (seed: string) => Array.from({ length: 2000 }, (_, at) => `${seed}${at}`).join(' ');
    const started = performance.now();
    show([change(words('a'), words('b'))]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
