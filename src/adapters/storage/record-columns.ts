import type { ReviewRecord } from '../../reviews/ports.ts';

/** What is kept of a review, as the columns of its row. */
export const columns = (record: ReviewRecord) => ({
  engine: record.engine,
  rules_version: record.rulesVersion,
  band: record.band,
  score: record.score,
  present: JSON.stringify(record.present),
  missing: JSON.stringify(record.missing),
  faults: JSON.stringify(record.faults),
});
