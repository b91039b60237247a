/** Pairs of whole numbers → a whole number, without a string or an object per look-up. */
export class NumberTable {
  readonly #keys: Float64Array;
  readonly #values: Int32Array;
  readonly #mask: number;

  /** `most` is how many pairs it will hold; at that number it is half full. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#keys = new Float64Array(size).fill(EMPTY);
    this.#values = new Int32Array(size);
    this.#mask = size - 1;
  }

  /** Both numbers from 0 to 2^26. */
  set(a: number, b: number, value: number): void {
    const at = this.#find(a, b);
    this.#keys[at] = keyOf(a, b);
    this.#values[at] = value;
  }

  /** The value of a pair, or -1. */
  get(a: number, b: number): number {
    const at = this.#find(a, b);
    return this.#keys[at] === EMPTY ? -1 : (this.#values[at] as number);
  }

  /** Where the pair stands, or would. */
  #find(a: number, b: number): number {
    const key = keyOf(a, b);
    let at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    while (this.#keys[at] !== EMPTY && this.#keys[at] !== key) at = (at + 1) & this.#mask;
    return at;
  }
}

const EMPTY = -1;
const keyOf = (a: number, b: number): number => a * 0x4000000 + b;
