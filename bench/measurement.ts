import { z } from 'zod';

/** A figure that somebody set a limit for. */
const goalSchema = z.object({
  /** What was measured, and beside what. */
  what: z.string(),
  /** In `unit`. */
  measured: z.number(),
  unit: z.enum(['×', 'ms', 'MB', '']),
  /** What the figure must at most, or at least, be; the others are told and held to nothing. */
  needed: z
    .object({ atMost: z.number() })
    .or(z.object({ atLeast: z.number() }))
    .optional(),
  /** As `needed`: what would be better still. */
  aim: z
    .object({ atMost: z.number() })
    .or(z.object({ atLeast: z.number() }))
    .optional(),
});

export type Goal = z.infer<typeof goalSchema>;
export type Bound = NonNullable<Goal['needed']>;

const tableSchema = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

export type Table = z.infer<typeof tableSchema>;

/** What one measurement has to say: first what it was held to, then all it saw. */
export const measuredSchema = z.object({ goals: z.array(goalSchema), tables: z.array(tableSchema) });

export type Measured = z.infer<typeof measuredSchema>;

/** Whether a figure keeps to its bound; whatever is not a number keeps to none. */
export const keepsTo = (measured: number, bound: Bound): boolean =>
  'atMost' in bound ? measured <= bound.atMost : measured >= bound.atLeast;
