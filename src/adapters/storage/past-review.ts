import type { Selectable } from 'kysely';
import { z } from 'zod';
import { BANDS } from '../../evaluator/review.ts';
import type { PastReview } from '../../reviews/ports.ts';
import type { ReviewTable } from './schema.ts';

type Row = Pick<
  Selectable<ReviewTable>,
  'requested_at' | 'band' | 'score' | 'present' | 'missing' | 'faults' | 'dismissed'
>;

const stored = z.object({ band: z.enum(BANDS), score: z.number() });
const ruleIds = z.array(z.string());

/** Reads a row of a delivered review. What somebody called "not an issue here" is left out. */
export function pastReview(row: Row): PastReview {
  const ids = (json: string) => ruleIds.parse(JSON.parse(json));
  const dismissed = new Set(ids(row.dismissed));
  const counting = (json: string) => ids(json).filter((rule) => !dismissed.has(rule));
  return {
    ...stored.parse(row),
    requestedAt: row.requested_at,
    present: ids(row.present),
    missing: counting(row.missing),
    faults: counting(row.faults),
  };
}
