import { overlaps } from './evidence.ts';
import type { Profile } from './profile.ts';
import type { Band, Finding } from './review.ts';
import type { Component, Fault, FaultLevel, Rule } from './rule.ts';

/** How the number came about, for the view and for whoever asks why. */
export interface Score {
  readonly score: number;
  readonly band: Band;
  /** 100 × weight present ÷ weight applicable, before faults and caps. */
  readonly base: number;
  /** Points taken off per fault; 0 where a heavier fault rests on the same words. */
  readonly deductions: Readonly<Record<string, number>>;
  readonly cap: number;
  /** Components that count here and are missing, heaviest first. */
  readonly missing: readonly string[];
}

const SHORT_SET = ['explicit-apology', 'specific-acknowledgement', 'takes-responsibility', 'repair-offer'];

/** What each profile requires; `null` means all components. What is not required is optional (rubric, section 1). */
const REQUIRED: Record<Profile, readonly string[] | null> = {
  email: null,
  review: null,
  'status-resolved': null,
  chat: [...SHORT_SET, 'personal-voice'],
  script: [...SHORT_SET, 'personal-voice', 'empathy-impact'],
  'status-open': ['explicit-apology', 'specific-acknowledgement', 'follow-up'],
};

const OPTIONAL: Partial<Record<Profile, readonly string[]>> = {
  email: ['values-relationship', 'invites-response'],
  review: ['values-relationship', 'invites-response', 'brief-explanation', 'follow-up'],
  'status-resolved': ['values-relationship', 'invites-response', 'personal-voice', 'thanks-customer'],
};

/** Whether a component is expected in this profile; an optional one counts only where it is present. */
export function isRequired(component: string, profile: Profile): boolean {
  const required = REQUIRED[profile];
  return required ? required.includes(component) : !(OPTIONAL[profile] ?? []).includes(component);
}

const LEVEL_CAPS: Partial<Record<FaultLevel, number>> = { critical: 49, major: 74 };

const MISSING_CAPS: Readonly<Record<string, number>> = {
  'explicit-apology': 59,
  'takes-responsibility': 74,
  'repair-offer': 79,
};

/** What is at stake with a rule: for a draft that has the fault, or does without the component. */
export interface Stake {
  readonly id: string;
  /** Points of a fault, weight of a component. */
  readonly amount: number;
  /** The draft gets that much at most. */
  readonly cap: number;
}

export const stakeOf = (rule: Rule): Stake => ({ id: rule.id, amount: amountOf(rule), cap: capOf(rule) });

/** What a rule counts among its kind; a gate counts nothing. */
export function amountOf(rule: Rule): number {
  if (rule.kind === 'component') return rule.weight;
  return rule.kind === 'fault' ? rule.points : 0;
}

const capOf = (rule: Rule): number =>
  (rule.kind === 'fault' ? LEVEL_CAPS[rule.level] : MISSING_CAPS[rule.id]) ?? 100;

/** `present` and `applicable` are weights. */
export const baseOf = (present: number, applicable: number): number =>
  applicable === 0 ? 0 : (100 * present) / applicable;

/** 0 to 100, from a base and what is taken off it. */
export const scoreOf = (base: number, points: number, cap: number): number =>
  Math.max(0, Math.round(Math.min(cap, base - points)));

/**
 * Scores findings by the rubric, section 1: weights of what applies, each fault once, one deduction per
 * span, caps, bands. Pure.
 */
export function scoreFindings(findings: readonly Finding[], profile: Profile, rules: readonly Rule[]): Score {
  const byRule = new Map(findings.map((finding) => [finding.rule, finding]));
  const missing: Component[] = [];
  const faults: Fault[] = [];
  let weight = 0;
  let gated = false;
  for (const rule of rules) {
    const status = byRule.get(rule.id)?.status ?? 'absent';
    if (rule.kind === 'component') {
      if (status === 'present') weight += rule.weight;
      else if (status === 'absent' && isRequired(rule.id, profile)) missing.push(rule);
    } else if (status === 'present') {
      if (rule.kind === 'fault') faults.push(rule);
      else gated = true;
    }
  }
  missing.sort((a, b) => b.weight - a.weight);
  const base = baseOf(weight, weight + sum(missing.map(({ weight }) => weight)));
  const deductions = deduct(faults, byRule);
  const cap = Math.min(100, ...[...faults, ...missing].map(capOf));
  const score = scoreOf(base, sum(Object.values(deductions)), cap);
  return { score, band: bandOf(score, gated), base, deductions, cap, missing: missing.map(({ id }) => id) };
}

/** One span, one deduction: the heaviest fault on overlapping words takes its points, the others none. */
function deduct(faults: readonly Fault[], byRule: ReadonlyMap<string, Finding>): Record<string, number> {
  const deductions: Record<string, number> = {};
  const charged: Finding['evidence'][number][] = [];
  for (const fault of faults.toSorted((a, b) => b.points - a.points)) {
    const evidence = byRule.get(fault.id)?.evidence ?? [];
    const fresh =
      evidence.length === 0 || evidence.some((span) => !charged.some((taken) => overlaps(span, taken)));
    deductions[fault.id] = fresh ? fault.points : 0;
    if (fresh) charged.push(...evidence);
  }
  return deductions;
}

/** The rubric's bands; a draft with an open slot is never ready. */
function bandOf(score: number, gated: boolean): Band {
  if (score < 50) return 'hold';
  if (score < 70) return 'needs-work';
  return score < 85 || gated ? 'good' : 'ready';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
