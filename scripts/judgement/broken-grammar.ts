import type { Rewrite } from '../../src/evaluator/review.ts';

const BROKEN: readonly [string, RegExp][] = [
  ['doubled word', /\b(?!(?:that|had|so|very|really|no|ha|bye|sorry|is)\b)(\p{L}{2,}) \1\b/iu],
  ['space before a mark', /\p{L} [,;](?:\s|$)/u],
  ['doubled mark', /,,|,\.|;\.|(?<!\.)\.\.(?!\.)|,\s*[!?](?:\s|$)/],
  [
    'dangling end',
    /(?:^|[^\p{L}])(?:and|but|or|because|so|if|due to|with|for|the|an|our|your|which|while) ?[.!](?:\s|$)/iu,
  ],
  ['dangling start', /^(?:which|who|whose|because of,|and,|but,|than)\b/i],
  [
    'article',
    /(?<![\p{L}'])a (?=(?:apology|error|issue|hour|interruption|answer|update|order|email|early|old|easy)\b)|(?<![\p{L}'])an (?=(?:problem|delay|mistake|refund|call|short|late|bad)\b)/iu,
  ],
  ['agreement', /\b(?:I are|I is|we is|we am|you is|they is|I has|we has)\b/i],
  ['empty brackets', /\(\s*\)|\[\s*\]|""/],
  ['open bracket', /\([^)]*$/],
];

/**
 * What a mechanical check finds in the sentences that a rewrite changed and the draft did not have: seams
 * of edits, articles, agreement, small letters after a full stop where the draft has capitals.
 */
export function brokenGrammar(rewrite: Rewrite, draft: string): string[] {
  const changed = rewrite.changes.filter(({ after }) => after !== '');
  const seams = changed.flatMap(({ before, after }) =>
    BROKEN.filter(([, pattern]) => pattern.test(after) && !pattern.test(before)).map(
      ([name]) => `${name}: ${after.slice(0, 80)}`,
    ),
  );
  const small = changed
    .filter(({ before, after }) => /^\p{Lu}/u.test(before) && /^\p{Ll}/u.test(after))
    .map(({ after }) => `small start: ${after.slice(0, 60)}`);
  const joints = [/(?<!\.)\.\.(?!\.)/u, /\p{Ll}\.\p{Lu}\p{Ll}/u, / {2,}\p{L}/u]
    .filter((pattern) => pattern.test(rewrite.text) && !pattern.test(draft))
    .map(() => 'seam between sentences');
  return [...seams, ...small, ...joints];
}
