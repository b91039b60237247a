import type { PastReview, ReviewRecord } from './ports.ts';

/** Something that a person's drafts have in common. */
export interface Slip {
  readonly rule: string;
  readonly times: number;
  /** Of so many drafts. */
  readonly of: number;
}

/** What was found in a draft. */
type Found = Pick<ReviewRecord, 'present' | 'missing' | 'faults'>;

/** Nothing in it was judged: another language, or given up half-way. */
export const wasUnjudged = ({ present, missing, faults }: Found): boolean =>
  present.length + missing.length + faults.length === 0;

/** It had neither anything good nor anything wrong: it was no apology. */
export const wasNoApology = ({ present, missing, faults }: Found): boolean =>
  missing.length > 0 && present.length + faults.length === 0;

/** It was an apology and was judged: what is counted over several drafts counts such ones only. */
export const wasJudged = (found: Found): boolean => !wasUnjudged(found) && !wasNoApology(found);

/**
 * What came up most often, and at least twice; a fault before something that was missing. What a draft did
 * without that was ready all the same is no slip.
 */
export function frequentSlip(reviews: readonly PastReview[]): Slip | undefined {
  const judged = reviews.filter(wasJudged);
  const unready = judged.filter(({ band }) => band !== 'ready');
  const times = new Map<string, number>();
  for (const rule of unready.flatMap(({ faults }) => faults)) times.set(rule, (times.get(rule) ?? 0) + 1);
  for (const rule of unready.flatMap(({ missing }) => missing)) times.set(rule, (times.get(rule) ?? 0) + 1);
  const [most] = [...times].sort(([, a], [, b]) => b - a);
  if (most === undefined || most[1] < 2) return undefined;
  return { rule: most[0], times: most[1], of: judged.length };
}
