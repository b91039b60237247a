/** Whole numbers from -100 to 100: scores, and what an edit added to them. */
const FURTHEST = 100;

/** How often each number comes up. Their median needs no sorting, and a digest takes one for each rule. */
export interface Tally {
  add(number: number): void;
  remove(number: number): void;
  /** The one in the middle, of an even number of them the mean of the two; 0 of none. */
  median(): number;
  copy(): Tally;
}

export function createTally(numbers: Iterable<number> = []): Tally {
  const tally = tallyFrom(new Int32Array(2 * FURTHEST + 1), 0);
  for (const number of numbers) tally.add(number);
  return tally;
}

function tallyFrom(times: Int32Array, total: number): Tally {
  let count = total;
  const change = (number: number, by: 1 | -1): void => {
    const index = number + FURTHEST;
    if (!(index in times)) throw new RangeError(`${number} is no score`);
    times[index] = (times[index] ?? 0) + by;
    count += by;
  };
  /** The number at a place of the sorted ones, from 0. */
  const at = (place: number): number => {
    let passed = 0;
    for (const [index, often] of times.entries()) {
      passed += often;
      if (passed > place) return index - FURTHEST;
    }
    throw new RangeError(`there are no ${place + 1} numbers`);
  };
  return {
    add: (number) => change(number, 1),
    remove: (number) => change(number, -1),
    median: () => (count === 0 ? 0 : (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2),
    copy: () => tallyFrom(times.slice(), count),
  };
}
