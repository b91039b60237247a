import { type FeatureSink, SKIPPED } from './features.ts';
import { HIGH, hashOf, joined, KIND_BEGUN, LOW } from './fingerprint.ts';

/** The fingerprints of all features in order of their high half (as a number without sign), and where each begins. */
export interface FingerprintTable {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Features whose high half begins with the bits of `b` stand at buckets[b] to buckets[b + 1]; as many as 2^n, and one. */
  readonly buckets: Uint32Array;
}

const SKIPPED_LOW = hashOf(SKIPPED, LOW);
const SKIPPED_HIGH = hashOf(SKIPPED, HIGH);

/**
 * Finds features by the fingerprints of their names, which are never built: a word is hashed once and the chains it
 * stands in are made of hashes. Among 65,536 features an unknown one is taken for a known one once in 2^48 looks.
 */
export class Vocabulary {
  readonly size: number;
  readonly #table: FingerprintTable;
  /** How far a high half is shifted to leave the number of its bucket. */
  readonly #shift: number;
  /** Which piece saw a feature last, so that a repeat does not count twice. */
  readonly #seenBy: Uint32Array;
  #piece = 0;
  #report: (index: number) => void = () => {};
  /** Hashes of the words of the piece being read. */
  #lows = new Int32Array(64);
  #highs = new Int32Array(64);

  constructor(table: FingerprintTable) {
    this.size = table.low.length;
    this.#table = table;
    this.#shift = 32 - Math.log2(table.buckets.length - 1);
    this.#seenBy = new Uint32Array(this.size);
  }

  /** The feature with this fingerprint, or -1. */
  indexOf(low: number, high: number): number {
    const { low: lows, high: highs, buckets } = this.#table;
    const bucket = high >>> this.#shift;
    const end = buckets[bucket + 1] as number;
    for (let at = buckets[bucket] as number; at < end; at += 1)
      if (lows[at] === low && highs[at] === high) return at;
    return -1;
  }

  /** A sink for the next piece: `found` gets each known feature of it once. Serves one piece at a time. */
  sink(found: (index: number) => void): FeatureSink {
    this.#piece += 1;
    this.#report = found;
    return this.#sink;
  }

  readonly #sink: FeatureSink = {
    grams: (tokens) => {
      this.#hash(tokens);
      const [lows, highs] = [this.#lows, this.#highs];
      const count = tokens.length;
      for (let at = 0; at < count; at += 1) {
        const low = lows[at] as number;
        const high = highs[at] as number;
        this.#look(low, high);
        if (at + 1 >= count) break;
        const pairLow = joined(low, lows[at + 1] as number, LOW);
        const pairHigh = joined(high, highs[at + 1] as number, HIGH);
        this.#look(pairLow, pairHigh);
        if (at + 2 >= count) continue;
        const thirdLow = lows[at + 2] as number;
        const thirdHigh = highs[at + 2] as number;
        this.#look(joined(pairLow, thirdLow, LOW), joined(pairHigh, thirdHigh, HIGH));
        this.#look(
          joined(joined(low, SKIPPED_LOW, LOW), thirdLow, LOW),
          joined(joined(high, SKIPPED_HIGH, HIGH), thirdHigh, HIGH),
        );
      }
    },
    named: (kind, value) => {
      const { low, high } = KIND_BEGUN[kind];
      this.#look(hashOf(value, LOW, low), hashOf(value, HIGH, high));
    },
  };

  #hash(tokens: readonly string[]): void {
    if (tokens.length > this.#lows.length) {
      this.#lows = new Int32Array(2 * tokens.length);
      this.#highs = new Int32Array(2 * tokens.length);
    }
    tokens.forEach((token, at) => {
      this.#lows[at] = hashOf(token, LOW);
      this.#highs[at] = hashOf(token, HIGH);
    });
  }

  #look(low: number, high: number): void {
    const index = this.indexOf(low, high);
    if (index < 0 || this.#seenBy[index] === this.#piece) return;
    this.#seenBy[index] = this.#piece;
    this.#report(index);
  }
}
