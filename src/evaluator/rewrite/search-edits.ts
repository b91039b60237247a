import type { Attempt, Attempts } from './attempts.ts';
import { editKeys, tooLong } from './guard.ts';
import type { Readings } from './readings.ts';

/** How often an edit is given up before edits are taken in one by one. */
const MOST_RETRIES = 10;
/** How many edits are tried one by one for the one that breaks a promise. */
const MOST_SUSPECTS = 8;
const MOST_READINGS = 1e9;

/** The most of the edits that keep all promises together; `null` where none does, or the search took too long. */
export function harmlessEdits(attempts: Attempts, readings: Readings): Attempt | null {
  const forbidden = new Set<string>();
  for (let retry = 0; retry < MOST_RETRIES; retry += 1) {
    const tried = attempts.without(forbidden);
    if (tried === null) break;
    if (tried.offender === null) return tried;
    const culprit = culpritOf(
      tried,
      (key) => readings.count < MOST_READINGS && attempts.isCleanWithout(new Set([...forbidden, key])),
    );
    if (forbidden.has(culprit) || readings.count >= MOST_READINGS) break;
    forbidden.add(culprit);
  }
  return fewEdits(attempts);
}

/** The one edit without which all is well, the lightest first; else the one that looks guilty. */
function culpritOf({ desk, after, offender }: Attempt, isCleanWithout: (key: string) => boolean): string {
  if (offender !== null && tooLong(desk.first, after.draft.text)) return offender;
  return editKeys(desk).slice(0, MOST_SUSPECTS).find(isCleanWithout) ?? offender ?? '';
}

/** How many pages are made in search of edits that can stand together. */
const MOST_PAGES = 40;

/** Where leaving out the guilty did not help: takes in edits one by one, the heaviest first, and keeps what does no harm. */
function fewEdits(attempts: Attempts): Attempt | null {
  const left = new Set<string>();
  let best: Attempt | null = null;
  let pages = 0;
  // With some edits left out a repair may find another way: those are left out too, until none is made.
  for (; pages < MOST_PAGES; pages += 1) {
    const tried = attempts.without(left);
    const keys = tried === null ? [] : editKeys(tried.desk).filter((key) => !left.has(key));
    if (keys.length === 0) break;
    for (const key of keys) left.add(key);
  }
  for (const key of [...left].reverse()) {
    pages += 1;
    if (pages > MOST_PAGES) break;
    left.delete(key);
    const tried = attempts.without(left);
    if (tried !== null && tried.offender === null && editKeys(tried.desk).length > 0) best = tried;
    else left.add(key);
  }
  return best;
}
