import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { ReviewTable } from './schema.ts';

const ruleIds = z.array(z.string());

const firstRecordSchema = z.object({
  score: z.number(),
  present: ruleIds,
  missing: ruleIds,
  faults: ruleIds,
});

/** What a digest counts of a draft: its first check, without what somebody called "not an issue here". */
export type FirstRecord = z.infer<typeof firstRecordSchema>;

type Row = Pick<
  Selectable<ReviewTable>,
  'score' | 'present' | 'missing' | 'faults' | 'dismissed' | 'first_record'
>;

/** The first check of a delivered review, however often its text was edited since. */
export function firstRecordOf(row: Row): FirstRecord {
  if (row.first_record !== null) return firstRecordSchema.parse(JSON.parse(row.first_record));
  const ids = (json: string) => ruleIds.parse(JSON.parse(json));
  const dismissed = ids(row.dismissed);
  const counting = (json: string) => ids(json).filter((rule) => !dismissed.includes(rule));
  return {
    score: row.score ?? 0,
    present: ids(row.present),
    missing: counting(row.missing),
    faults: counting(row.faults),
  };
}
