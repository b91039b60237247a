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
export interface FirstRecord {
  readonly score: number;
  readonly present: readonly string[];
  readonly missing: readonly string[];
  readonly faults: readonly string[];
}

type Row = Pick<
  Selectable<ReviewTable>,
  'score' | 'present' | 'missing' | 'faults' | 'dismissed' | 'first_record'
>;

/**
 * Reads the first check of delivered reviews, however often their texts were edited since. The same lists of
 * rules come up again and again: each is read once, and those that are alike are one, so that whoever counts
 * them can go through each once as well. A reader is for the rows of one query.
 */
export function createFirstRecords(): (row: Row) => FirstRecord {
  const shared = createSharedLists();
  const read = new Map<string, readonly string[]>();
  const idsOf = (json: string): readonly string[] => {
    const before = read.get(json);
    if (before !== undefined) return before;
    const ids = shared(ruleIds.parse(JSON.parse(json)));
    read.set(json, ids);
    return ids;
  };
  return (row) => {
    if (row.first_record !== null) {
      const { score, present, missing, faults } = firstRecordSchema.parse(JSON.parse(row.first_record));
      return { score, present: shared(present), missing: shared(missing), faults: shared(faults) };
    }
    const dismissed = idsOf(row.dismissed);
    const counting = (json: string) =>
      dismissed.length === 0 ? idsOf(json) : shared(idsOf(json).filter((rule) => !dismissed.includes(rule)));
    return {
      score: row.score ?? 0,
      present: idsOf(row.present),
      missing: counting(row.missing),
      faults: counting(row.faults),
    };
  };
}

/** The first check of one such review. */
export const firstRecordOf = (row: Row): FirstRecord => createFirstRecords()(row);

/** Gives the first list that was alike, in the place of each. */
function createSharedLists(): (ids: readonly string[]) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  return (ids) => {
    // Ids of rules are words with hyphens.
    const key = ids.join(' ');
    const alike = lists.get(key);
    if (alike === undefined) lists.set(key, ids);
    return alike ?? ids;
  };
}
