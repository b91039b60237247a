import { type Evidence, overlaps } from './evidence.ts';
import type { Profile } from './profile.ts';
import type { Band, Finding, Review } from './review.ts';
import type { Rule } from './rule.ts';
import { weightedRules } from './rule-weights.ts';
import { RULES } from './rules/index.ts';
import { amountOf, isRequired } from './score.ts';

/** One line of the checklist, in words for the sender. */
export interface Point {
  readonly rule: string;
  readonly kind: Rule['kind'];
  /** What is missing, what is wrong, or (under `good`) what is there. */
  readonly title: string;
  /** One sentence that says what to do. */
  readonly advice: string;
  readonly why: string;
  /** The sender's own words; empty for something that is missing. */
  readonly evidence: readonly Evidence[];
}

/** What every view of a review shows, in its order. A rule stands in one list at most. */
export interface Checklist {
  /** The band in words, with the number of fixes. */
  readonly headline: string;
  /** At most three, heaviest first; empty for a draft that is ready, is no apology, or was not judged. */
  readonly fixes: readonly Point[];
  /** What else could be better, heaviest first. */
  readonly small: readonly Point[];
  readonly good: readonly Point[];
  /** Components that have no say here, or that a message of this kind can do without. */
  readonly notApplicable: readonly Point[];
}

/** Three at once is what a person can act on (rubric, section 1, rule 6). */
export const MAX_FIXES = 3;

export const BAND_WORDS: Readonly<Record<Band, string>> = {
  hold: 'Hold this one',
  'needs-work': 'Needs work',
  good: 'Good, small fixes',
  ready: 'Ready to send',
};

/** The draft is in a language that nothing was judged in: its band and score mean nothing. */
export const isUnjudged = (review: Review): boolean =>
  review.advisories.some(({ flag }) => flag === 'language');

const UNJUDGED: Checklist = {
  headline: 'I could not judge this one',
  fixes: [],
  small: [],
  good: [],
  notApplicable: [],
};

/**
 * Turns findings into the few things worth saying. Pure.
 * `rules` are those the review was made with, as the rubric has them; `profile` says which missing components matter.
 */
export function checklistOf(
  review: Review,
  rules: readonly Rule[] = RULES,
  profile: Profile = 'email',
): Checklist {
  if (isUnjudged(review)) return UNJUDGED;
  const found = new Map(review.findings.map((finding) => [finding.rule, finding]));
  const points = weightedRules(rules, review.weights).flatMap((rule) => {
    const finding = found.get(rule.id);
    return finding ? [{ rule, finding }] : [];
  });
  const wrong = points.filter(({ rule, finding }) => isWrong(rule, finding, profile)).sort(heaviestFirst);
  const fixes = wantsFixes(review) ? pickFixes(wrong) : [];
  const components = points.filter(({ rule }) => rule.kind === 'component');
  return {
    headline: headlineOf(review, fixes.length),
    fixes: fixes.map(pointOf),
    small: review.notAnApology ? [] : wrong.filter((item) => !fixes.includes(item)).map(pointOf),
    good: components.filter(({ finding }) => finding.status === 'present').map(pointOf),
    notApplicable: components
      .filter((item) => item.finding.status !== 'present' && !wrong.includes(item))
      .map(pointOf),
  };
}

interface Item {
  readonly rule: Rule;
  readonly finding: Finding;
}

const wantsFixes = (review: Review): boolean => !review.notAnApology && review.band !== 'ready';

function isWrong(rule: Rule, finding: Finding, profile: Profile): boolean {
  if (rule.kind !== 'component') return finding.status === 'present';
  return finding.status === 'absent' && isRequired(rule.id, profile);
}

const heaviestFirst = (a: Item, b: Item): number =>
  tier(a.rule) - tier(b.rule) || amountOf(b.rule) - amountOf(a.rule);

/** What caps the score lowest comes first (rubric, section 1, rule 4); an open slot ranks with a missing remedy. */
function tier(rule: Rule): number {
  if (rule.kind === 'gate' || rule.id === 'repair-offer') return 3;
  if (rule.kind === 'fault') return { critical: 0, major: 2, moderate: 4, minor: 4 }[rule.level];
  return { 'explicit-apology': 1, 'takes-responsibility': 2 }[rule.id] ?? 4;
}

/** The heaviest, but never two that quote the same words: mending one mends the other. */
function pickFixes(wrong: readonly Item[]): Item[] {
  const fixes: Item[] = [];
  for (const item of wrong) {
    if (fixes.length === MAX_FIXES) break;
    const taken = fixes.flatMap(({ finding }) => finding.evidence);
    const spans = item.finding.evidence;
    const fresh = spans.length === 0 || spans.some((span) => !taken.some((other) => overlaps(span, other)));
    if (fresh) fixes.push(item);
  }
  return fixes;
}

function headlineOf(review: Review, fixes: number): string {
  if (review.notAnApology) return 'I found no apology in this text';
  if (fixes === 0) return review.band === 'good' ? 'Good' : BAND_WORDS[review.band];
  const count = ['', 'one fix', 'two fixes', 'three fixes'][fixes] ?? `${fixes} fixes`;
  return review.band === 'good' ? `Good, ${count} to consider` : `${BAND_WORDS[review.band]}: ${count} first`;
}

const pointOf = ({ rule, finding }: Item): Point => ({
  rule: rule.id,
  kind: rule.kind,
  title: rule.kind === 'component' && finding.status === 'absent' ? rule.missing : rule.title,
  advice: rule.advice,
  why: rule.why,
  evidence: finding.evidence,
});
