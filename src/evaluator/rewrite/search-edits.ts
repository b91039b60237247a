import type { Attempt, Attempts } from './attempts.ts';
import { editKeys, tooLong } from './guard.ts';
import type { Readings } from './readings.ts';

/** How often an edit is given up before edits are taken in one by one. */
const MOST_RETRIES = 10;
/** How many edits are tried one by one for the one that breaks a promise. */
const MOST_SUSPECTS = 8;
/** Characters that may be read in search of the guilty edit, and the readings that this comes to at least and at most. */
const READABLE = 60_000;
const FEWEST_READINGS = 8;
const MOST_READINGS = 24;
/** After these, all that looks guilty is given up; after so many times their number, edits are taken in one by one. */
const LATE = 1.25;
/** And after so many times their number the search is over. */
const LAST = 2.25;

/**
 * The most of the edits that keep all promises together; `null` where none does. Nobody else is served meanwhile, so
 * the search has an end: what was found by then counts.
 */
export function harmlessEdits(attempts: Attempts, readings: Readings, length: number): Attempt | null {
  const most = Math.min(MOST_READINGS, Math.max(FEWEST_READINGS, Math.floor(READABLE / length)));
  const forbidden = new Set<string>();
  for (let retry = 0; retry < MOST_RETRIES && readings.count < LATE * most; retry += 1) {
    const tried = attempts.without(forbidden);
    if (tried === null) break;
    if (tried.guilty.length === 0) return tried;
    const mayTry = (): boolean => readings.count < most;
    const isClearedBy = (key: string): boolean =>
      mayTry() && attempts.isCleanWithout(new Set([...forbidden, key]));
    const cleared = isTooLong(tried) ? undefined : suspectsOf(tried).find(isClearedBy);
    const culprits = cleared !== undefined ? [cleared] : tried.guilty.slice(0, mayTry() ? 1 : undefined);
    if (culprits.every((key) => forbidden.has(key))) break;
    for (const key of culprits) forbidden.add(key);
  }
  return fewEdits(attempts, () => readings.count < LAST * most);
}

/** Of two that are too long the one without the lightest new sentence is the better. */
const isTooLong = ({ desk, after }: Attempt): boolean => tooLong(desk.first, after.draft.text);

/** Edits without one of which all may be well, the lightest first. */
const suspectsOf = ({ desk }: Attempt): string[] => editKeys(desk).slice(0, MOST_SUSPECTS);

/** How many pages are made in search of edits that can stand together. */
const MOST_PAGES = 40;

/** Where leaving out the guilty did not help: leaves all edits out, and takes in again those that do no harm. */
function fewEdits(attempts: Attempts, mayRead: () => boolean): Attempt | null {
  const left = new Set<string>();
  let best: Attempt | null = null;
  let pages = 0;
  const mayTry = (): boolean => pages < MOST_PAGES && mayRead();
  // With some edits left out a repair may find another way: those are left out too, until none is made.
  for (; mayTry(); pages += 1) {
    const tried = attempts.without(left);
    const keys = tried === null ? [] : editKeys(tried.desk).filter((key) => !left.has(key));
    if (keys.length === 0) break;
    for (const key of keys) left.add(key);
  }
  // The heaviest first: all of them if they do no harm together, else one half and then the other.
  const takeIn = (keys: readonly string[]): void => {
    if (keys.length === 0 || !mayTry()) return;
    pages += 1;
    for (const key of keys) left.delete(key);
    const tried = attempts.isCleanWithout(left) ? attempts.without(left) : null;
    if (tried && editKeys(tried.desk).length > 0) best = tried;
    else {
      for (const key of keys) left.add(key);
      if (keys.length === 1) return;
      takeIn(keys.slice(0, keys.length / 2));
      takeIn(keys.slice(keys.length / 2));
    }
  };
  takeIn([...left].reverse());
  return best;
}
