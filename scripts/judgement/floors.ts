import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { f1, type Judged, LEAST_SUPPORT, tally } from './tally.ts';

const FILE = new URL('../../tests/labels/floors.json', import.meta.url);

/** F1 per criterion, in hundredths, below which the shipped evaluator must not fall on the drafts that were set aside. */
export const readFloors = (): Record<string, number> =>
  z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** F1 per criterion in whole hundredths, rounded down, for criteria that enough drafts have. */
export const reached = (judged: readonly Judged[]): Record<string, number> =>
  Object.fromEntries(
    tally(judged)
      .filter(({ right, missed }) => right + missed >= LEAST_SUPPORT)
      .map((row) => [row.criterion, Math.floor(100 * f1(row))]),
  );

/** Hundredths between what is reached and the floor: with twenty drafts of a kind, one more or less is as much. */
const SLACK = 4;

/** Writes floors for what is reached where they are higher than those that stand. Floors never go down. */
export function raiseFloors(judged: readonly Judged[]): void {
  const floors = readFloors();
  const raised = Object.entries(reached(judged)).map(([id, now]): [string, number] => [
    id,
    Math.max(now - SLACK, floors[id] ?? 0),
  ]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(raised), null, 2)}\n`);
}
