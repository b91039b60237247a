import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Span } from '../evaluator/evidence.ts';
import type { Profile } from '../evaluator/profile.ts';
import type { Finding, Review, RuleWeights } from '../evaluator/review.ts';
import type { Rule } from '../evaluator/rule.ts';
import { RULES_VERSION } from '../evaluator/rules-version.ts';
import { replyBlocks } from './ids.ts';
import { DIGITS, numberDigits, readNumbers } from './number-digits.ts';

/**
 * What a posted review needs to be scored again, without a word of the draft: which profile, the status of
 * every rule, what each counted, and where the present faults overlap. The evidence has empty quotes.
 */
export interface ReviewState {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  /** Unset where every rule counted as in the rubric. */
  readonly weights: RuleWeights | undefined;
}

// All of these are permanent: posted messages hold them.
const VERSION = '1';
const PROFILE_LETTERS: Readonly<Record<Profile, string>> = {
  email: 'e',
  chat: 'c',
  review: 'r',
  'status-open': 'o',
  'status-resolved': 's',
  script: 't',
};
const STATUSES = ['absent', 'present', 'na'] as const;
const COUNTS = ['as-usual', 'double', 'half'] as const;
/** Statuses or counts: three choices each. */
const PER_DIGIT = 3;
/** Slack's limit of a block id. */
const MAX_LENGTH = 255;

const PREFIX = `${replyBlocks.state}:`;
/** The id of a state block that holds no state. */
const NO_STATE = `${PREFIX}none`;

const stateSchema = z.tuple([
  z.literal(VERSION),
  z.string(),
  z.string().length(1),
  z.string().regex(/^[\w-]*$/),
  z.string().regex(/^[\w-]*$/),
  // Not there where every rule counted as in the rubric, as in messages of former times.
  z
    .string()
    .regex(/^[\w-]*$/)
    .optional(),
]);

/**
 * The state as the id of a block, at most 255 characters. Where it does not fit, or nothing was judged, the
 * id says so and `decodeState` gives `undefined`: the review can then not be scored again.
 */
export function encodeState(
  review: Pick<Review, 'findings' | 'weights'>,
  profile: Profile,
  rules: readonly Rule[],
): string {
  const findings = inOrder(review.findings, rules);
  if (findings === undefined) return NO_STATE;
  const spans = spansOf(findings);
  const parts = [
    VERSION,
    fingerprint(rules),
    PROFILE_LETTERS[profile],
    choiceDigits(findings.map(({ status }) => STATUSES.indexOf(status))),
    spanDigits(spans),
    ...(review.weights ? [choiceDigits(countsOf(review.weights, rules))] : []),
  ];
  const id = PREFIX + parts.join('.');
  return id.length <= MAX_LENGTH ? id : NO_STATE;
}

/** `undefined` for an id that holds no state, or one of other rules than these. */
export function decodeState(blockId: string, rules: readonly Rule[]): ReviewState | undefined {
  if (!blockId.startsWith(PREFIX)) return undefined;
  const parsed = stateSchema.safeParse(blockId.slice(PREFIX.length).split('.'));
  if (!parsed.success) return undefined;
  const [, made, letter, statusPart, spanPart, countPart] = parsed.data;
  const profile = (Object.keys(PROFILE_LETTERS) as Profile[]).find(
    (name) => PROFILE_LETTERS[name] === letter,
  );
  if (made !== fingerprint(rules) || profile === undefined) return undefined;
  const statuses = readChoices(statusPart, rules.length, STATUSES);
  const counts = countPart === undefined ? [] : readChoices(countPart, rules.length, COUNTS);
  const spans = readSpans(spanPart);
  if (statuses === undefined || counts === undefined || spans === undefined) return undefined;
  const findings = rules.map(({ id, kind }, index): Finding => {
    const status = statuses[index] ?? 'absent';
    const quoted = kind !== 'component' && status === 'present';
    const evidence = quoted ? (spans.shift() ?? []).map((span) => ({ ...span, quote: '' })) : [];
    return { rule: id, kind, status, evidence };
  });
  return { profile, findings, weights: countPart === undefined ? undefined : weightsOf(counts, rules) };
}

/** The state of a posted reply; `undefined` for one of an earlier version. */
export function stateIn(
  blocks: readonly { readonly block_id?: string }[],
  rules: readonly Rule[],
): ReviewState | undefined {
  const id = blocks.map(({ block_id = '' }) => block_id).find((blockId) => blockId.startsWith(PREFIX));
  return id === undefined ? undefined : decodeState(id, rules);
}

/**
 * Changes with anything that a score depends on besides the settings of a channel, so that no message is
 * scored by other rules than its own.
 */
const fingerprint = (rules: readonly Rule[]): string => {
  const weights = rules.map((rule) => {
    if (rule.kind === 'component') return [rule.id, rule.weight];
    return rule.kind === 'fault' ? [rule.id, rule.points, rule.level] : [rule.id];
  });
  return createHash('sha256')
    .update(JSON.stringify([RULES_VERSION, weights]))
    .digest('base64url')
    .slice(0, 6);
};

/** One finding for each rule; `undefined` when one is missing. */
function inOrder(findings: readonly Finding[], rules: readonly Rule[]): Finding[] | undefined {
  const found = new Map(findings.map((finding) => [finding.rule, finding]));
  const ordered = rules.flatMap(({ id }) => found.get(id) ?? []);
  return ordered.length === rules.length ? ordered : undefined;
}

const countsOf = ({ double, half }: RuleWeights, rules: readonly Rule[]): number[] =>
  rules.map(({ id }) =>
    COUNTS.indexOf(double.includes(id) ? 'double' : half.includes(id) ? 'half' : 'as-usual'),
  );

function weightsOf(counts: readonly (typeof COUNTS)[number][], rules: readonly Rule[]): RuleWeights {
  const those = (wanted: (typeof COUNTS)[number]) =>
    rules.filter((_, index) => counts[index] === wanted).map(({ id }) => id);
  return { double: those('double'), half: those('half') };
}

/** Numbers from 0 to 2. */
function choiceDigits(choices: readonly number[]): string {
  let digits = '';
  for (let at = 0; at < choices.length; at += PER_DIGIT) {
    const group = choices.slice(at, at + PER_DIGIT);
    digits += DIGITS[group.reduceRight((sum, choice) => sum * 3 + choice, 0)];
  }
  return digits;
}

function readChoices<Choice extends string>(
  digits: string,
  count: number,
  all: readonly [Choice, Choice, Choice],
): Choice[] | undefined {
  if (digits.length !== Math.ceil(count / PER_DIGIT)) return undefined;
  const choices = [...digits].flatMap((digit) => {
    const number = DIGITS.indexOf(digit);
    return [number % 3, Math.floor(number / 3) % 3, Math.floor(number / 9)].map((index) => all[index]);
  });
  const read = choices.slice(0, count).filter((choice) => choice !== undefined);
  return read.length === count ? read : undefined;
}

/**
 * The spans of every present fault and gate. Only whether two of them overlap counts for a score, so each
 * end is replaced by its rank among all ends: small numbers, however long the draft is.
 */
function spansOf(findings: readonly Finding[]): Span[][] {
  const quoted = findings.filter(({ kind, status }) => kind !== 'component' && status === 'present');
  const ends = quoted.flatMap(({ evidence }) => evidence.flatMap(({ start, end }) => [start, end]));
  const ranks = new Map([...new Set(ends)].sort((a, b) => a - b).map((end, rank) => [end, rank]));
  const rank = (end: number) => ranks.get(end) ?? 0;
  return quoted.map(({ evidence }) =>
    evidence.map(({ start, end }) => ({ start: rank(start), end: rank(end) })),
  );
}

/** For each finding the count of its spans, then start and length of each. */
const spanDigits = (spans: readonly Span[][]): string =>
  spans
    .flatMap((group) => [group.length, ...group.flatMap(({ start, end }) => [start, end - start])])
    .map(numberDigits)
    .join('');

function readSpans(digits: string): Span[][] | undefined {
  const numbers = readNumbers(digits);
  const groups: Span[][] = [];
  for (let at = 0; at < numbers.length; ) {
    const count = numbers[at] ?? 0;
    const ends = numbers.slice(at + 1, at + 1 + 2 * count);
    if (ends.length !== 2 * count) return undefined;
    groups.push(
      Array.from({ length: count }, (_, index) => {
        const start = ends[2 * index] ?? 0;
        return { start, end: start + (ends[2 * index + 1] ?? 0) };
      }),
    );
    at += 1 + 2 * count;
  }
  return groups;
}
