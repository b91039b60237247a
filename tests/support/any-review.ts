import fc from 'fast-check';
import { ADVISORY_FLAGS, BANDS, CHANGE_KINDS, type Review } from '../../src/evaluator/review.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';

/** Any draft that can be reviewed, above all those that are hard to show. */
export const anyDraft: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Sorry ',
        '&',
        '<!channel>',
        '@here',
        '🙂',
        '\n',
        '[what went wrong] ',
        'x'.repeat(900),
      ),
      fc.string({ maxLength: 30 }),
    ),
    { minLength: 1, maxLength: 40, size: 'max' },
  )
  .chain((parts) => fc.constantFrom(1, 8, 4000).map((times) => parts.join('').repeat(times)))
  .map((text) => `a${text.slice(0, 11_999)}`.toWellFormed());

const anyChange = (text: string) =>
  fc.record({
    kind: fc.constantFrom(...CHANGE_KINDS),
    rule: fc.constantFrom('no-rule-of-ours', ...RULES.map(({ id }) => id)),
    before: fc.constantFrom('', 'We are sorry if you were affected.', text.slice(0, 5000)),
    after: fc.constantFrom('', 'We are sorry.', text.slice(500)),
    start: fc.constant(0),
    end: fc.constant(1),
  });

/** Any review of a text, likely or not. */
export function anyReview(text: string): fc.Arbitrary<Review> {
  const evidence = fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length + 1) }))
    .map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }));
  const finding = ({ id, kind }: (typeof RULES)[number]) =>
    fc.record({
      rule: fc.constant(id),
      kind: fc.constant(kind),
      status: fc.constantFrom('present' as const, 'absent' as const, 'na' as const),
      evidence: fc.array(evidence, { maxLength: 5, size: 'max' }),
    });
  const rewrite = fc.record({
    text: fc.constantFrom('short', text, text + text.slice(0, 3600)),
    score: fc.nat(100),
    band: fc.constantFrom(...BANDS),
    blanks: fc.array(
      fc.constantFrom(
        { text: '[what went wrong]', question: 'What went wrong?', rule: 'specific-acknowledgement' },
        { text: '[what]', question: 'What?', rule: 'x' },
      ),
      { maxLength: 6, size: 'max' },
    ),
    changes: fc.array(anyChange(text), { maxLength: 60, size: 'max' }),
  });
  return fc
    .record({
      version: fc.constant(1 as const),
      engine: fc.constantFrom('rules', 'a-model'),
      band: fc.constantFrom(...BANDS),
      score: fc.nat(100),
      notAnApology: fc.boolean(),
      findings: fc.tuple(...RULES.map(finding)),
      advisories: fc.array(
        fc.record({
          flag: fc.constantFrom(...ADVISORY_FLAGS),
          message: fc.string({ minLength: 1, maxLength: 400 }),
        }),
        { maxLength: 10, size: 'max' },
      ),
      rewrite: fc.option(rewrite, { nil: undefined }),
    })
    .map(({ rewrite: suggested, ...review }) => (suggested ? { ...review, rewrite: suggested } : review));
}
