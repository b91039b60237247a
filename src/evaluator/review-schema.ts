import { z } from 'zod';
import { ADVISORY_FLAGS, BANDS, CHANGE_KINDS } from './review.ts';

const evidenceSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  quote: z.string(),
});

export const findingSchema = z.object({
  rule: z.string(),
  kind: z.enum(['component', 'fault', 'gate']),
  status: z.enum(['present', 'absent', 'na']),
  /** Empty unless `status` is present. In order of the text. */
  evidence: z.array(evidenceSchema).readonly(),
});
export type Finding = z.infer<typeof findingSchema>;

export const advisorySchema = z.object({ flag: z.enum(ADVISORY_FLAGS), message: z.string() });
export type Advisory = z.infer<typeof advisorySchema>;

export const changeSchema = z.object({
  kind: z.enum(CHANGE_KINDS),
  /** The rule that asked for the change. */
  rule: z.string(),
  /** Words of the draft ('' for an insert). */
  before: z.string(),
  /** Words of the rewrite ('' for a cut). */
  after: z.string(),
  /** Span of `before` in the draft; for an insert, both are the place in the draft where it belongs. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Change = z.infer<typeof changeSchema>;

export const blankSchema = z.object({
  /** The slot as it stands in the rewrite, with its square brackets. */
  text: z.string(),
  question: z.string(),
  rule: z.string(),
});
export type Blank = z.infer<typeof blankSchema>;

export const rewriteSchema = z.object({
  text: z.string(),
  score: z.number().int().min(0).max(100),
  band: z.enum(BANDS),
  blanks: z.array(blankSchema).max(4).readonly(),
  changes: z.array(changeSchema).readonly(),
});
export type Rewrite = z.infer<typeof rewriteSchema>;

/** Ids of the rules that count twice, or half, of what the rubric gives them. */
const ruleWeightsSchema = z.object({
  double: z.array(z.string()).readonly(),
  half: z.array(z.string()).readonly(),
});
export type RuleWeights = z.infer<typeof ruleWeightsSchema>;

/** A reader besides the rules that has no part in the review: not yet, or because no answer came in time. */
const otherReaderSchema = z.object({ name: z.string(), state: z.enum(['still-reading', 'no-answer']) });
export type OtherReader = z.infer<typeof otherReaderSchema>;

/**
 * What the evaluator says of one draft: the contract that `check --json` prints and other programs
 * read. `findings` holds every criterion in rubric order. Offsets count UTF-16 units of the draft.
 */
export const reviewSchema = z.object({
  version: z.literal(1),
  engine: z.string(),
  band: z.enum(BANDS),
  score: z.number().int().min(0).max(100),
  notAnApology: z.boolean(),
  findings: z.array(findingSchema).readonly(),
  advisories: z.array(advisorySchema).readonly(),
  /** Absent where every rule counts as in the rubric. */
  weights: ruleWeightsSchema.optional(),
  /** Absent where nobody else was asked, or where `engine` is the one that was. */
  other: otherReaderSchema.optional(),
  /** Absent when the caller asked for no rewrite. */
  rewrite: rewriteSchema.optional(),
});
export type Review = z.infer<typeof reviewSchema>;
