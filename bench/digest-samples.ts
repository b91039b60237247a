import { reviewDraft } from '../src/evaluator/evaluate.ts';
import { reviewRecord } from '../src/reviews/review-record.ts';

/** What was found in a draft, as the columns of its row. */
export interface Sample {
  readonly k: number;
  readonly band: string;
  readonly score: number;
  /** JSON, as are the others. */
  readonly present: string;
  readonly missing: string;
  readonly faults: string;
  readonly dismissed: string;
  readonly first_record: string;
}

/** Far more different lists of rules than these few drafts have by themselves. */
const SAMPLES = 4000;

/**
 * Findings as the evaluator makes them of `drafts`: each rule comes up as often as there, but with any other,
 * so that lists are alike less often than those of real drafts.
 */
export function digestSamples(drafts: readonly string[]): readonly Sample[] {
  const records = drafts.map((draft) => reviewRecord(reviewDraft(draft), 'email'));
  const [first] = records;
  if (first === undefined) throw new Error('findings are made of at least one draft');
  const chance = chances(1);
  const any = () => records[Math.floor(chance() * records.length)] ?? first;
  const listed = (list: 'present' | 'missing' | 'faults') => records.flatMap((record) => record[list]);
  const components = [...new Set([...listed('present'), ...listed('missing')])];
  const faultIds = [...new Set(listed('faults'))];
  return Array.from({ length: SAMPLES }, (_, k) => {
    const { band, score } = any();
    const statuses = components.map((id) => ({ id, like: any() }));
    const faults = faultIds.filter((id) => any().faults.includes(id));
    const isThere = ({ id, like }: (typeof statuses)[number]) =>
      id === 'explicit-apology' || like.present.includes(id);
    const present = statuses.filter(isThere).map(({ id }) => id);
    const missing = statuses
      .filter((one) => !isThere(one) && one.like.missing.includes(one.id))
      .map(({ id }) => id);
    return {
      ...{ k, band, score, present: JSON.stringify(present), missing: JSON.stringify(missing) },
      faults: JSON.stringify(faults),
      dismissed: JSON.stringify(faults.slice(0, 1)),
      first_record: JSON.stringify({ score, present, missing, faults }),
    };
  });
}

/** Numbers from 0 to 1 that are the same in each run (Park and Miller's generator). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
