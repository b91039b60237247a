import { z } from 'zod';

/** A stretch of time: ISO 8601 UTC, `to` not included. */
const periodSchema = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });
export type Period = Readonly<z.infer<typeof periodSchema>>;

const count = z.int().min(0);

/** In how many drafts something was found. */
const ruleCountSchema = z.object({ rule: z.string(), drafts: count.min(1) });
export type RuleCount = Readonly<z.infer<typeof ruleCountSchema>>;

/** Counts of one stretch of time: never a text, a name or a figure of one person. */
const countsSchema = z.object({
  period: periodSchema,
  /** Different drafts; one that was checked several times counts once, as it was at first. */
  drafts: count,
  /** By so many people. */
  people: count,
  /** 0 to 100. */
  medianScore: z.number(),
  /** Faults (and the gate), most frequent first, in rubric order where equal. */
  faults: z.array(ruleCountSchema),
  /** Parts that were expected and missing, in the same order. */
  missing: z.array(ruleCountSchema),
});
export type Counts = Readonly<z.infer<typeof countsSchema>>;

/** What a digest tells of a period. Stored with the digest, so that a second try posts the same figures. */
export const digestFiguresSchema = countsSchema.extend({
  /** The stretch of the same length before; unset where it held too little to be told. */
  previous: countsSchema.optional(),
  /** Drafts that were edited and checked again, and the median of what that added to their scores. */
  edited: z.object({ drafts: count, people: count, medianGain: z.number() }).optional(),
  /** What came up clearly less often than before; shares from 0 to 1. */
  better: z.object({ rule: z.string(), before: z.number(), now: z.number() }).optional(),
  /** The rule whose mending would lift the median most, and the median as it would be then. */
  practice: z.object({ rule: z.string(), drafts: count, medianThen: z.number() }).optional(),
  /**
   * The last eight weeks, oldest first. A week that holds too little to be told is one with the next; the
   * last one, with the one before.
   */
  weeks: z.array(countsSchema),
});
export type DigestFigures = Readonly<z.infer<typeof digestFiguresSchema>>;

/** What a digest needs to know of one draft. */
export interface CountedReview {
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
  /** Tells people apart, and no more than that. */
  readonly person: string;
  /** Of the first check, as are the lists; without what was called "not an issue here". */
  readonly score: number;
  readonly present: readonly string[];
  readonly missing: readonly string[];
  readonly faults: readonly string[];
  /** After the last edit; unset when nobody edited it. */
  readonly lastScore: number | undefined;
  /** By which rules it was judged (`evaluator/rules-version.ts`). */
  readonly rulesVersion: string;
}

/** Below either of these, what is told of drafts would be told of people. */
export const FEWEST_DRAFTS = 5;
export const FEWEST_PEOPLE = 3;

export const isTooLittle = ({ drafts, people }: { readonly drafts: number; readonly people: number }) =>
  drafts < FEWEST_DRAFTS || people < FEWEST_PEOPLE;
