import { FEATURE_KINDS, type FeatureKind, type FeatureSink, SKIPPED } from './features.ts';
import { NumberTable } from './number-table.ts';

/**
 * Finds features without building their names: chains of words are steps through a table of numbers, the
 * rest stands in one table per kind.
 */
export class Vocabulary {
  readonly size: number;
  /** Word → its number; it is also the node of the chain of that word alone. */
  readonly #words = new Map<string, number>();
  /** Node and next word → the node of the longer chain. */
  readonly #steps: NumberTable;
  /** Node → the feature that ends there, or -1. */
  readonly #featureAt: Int32Array;
  readonly #named: Readonly<Record<FeatureKind, Map<string, number>>>;
  readonly #skipped: number;
  /** Which piece saw a feature last, so that a repeat does not count twice. */
  readonly #seenBy: Uint32Array;
  #piece = 0;
  #report: (index: number) => void = () => {};

  constructor(features: readonly string[]) {
    this.size = features.length;
    this.#seenBy = new Uint32Array(features.length);
    this.#named = Object.fromEntries(
      FEATURE_KINDS.map((kind) => [kind, new Map<string, number>()]),
    ) as Record<FeatureKind, Map<string, number>>;
    const chains: [words: string[], feature: number][] = [];
    features.forEach((feature, index) => {
      const kind = FEATURE_KINDS.find((prefix) => feature.startsWith(prefix));
      if (kind) this.#named[kind].set(feature.slice(kind.length), index);
      else chains.push([feature.split(' '), index]);
    });
    for (const [words] of chains)
      for (const word of words) if (!this.#words.has(word)) this.#words.set(word, this.#words.size);
    const most = this.#words.size + 2 * chains.length;
    this.#steps = new NumberTable(2 * chains.length);
    this.#featureAt = new Int32Array(most).fill(-1);
    let nodes = this.#words.size;
    for (const [words, feature] of chains) {
      let node = this.#words.get(words[0] as string) as number;
      for (const word of words.slice(1)) {
        const next = this.#words.get(word) as number;
        let longer = this.#steps.get(node, next);
        if (longer < 0) {
          longer = nodes;
          nodes += 1;
          this.#steps.set(node, next, longer);
        }
        node = longer;
      }
      this.#featureAt[node] = feature;
    }
    this.#skipped = this.#words.get(SKIPPED) ?? -1;
  }

  /** A sink for the next piece: `found` gets each known feature of it once. Serves one piece at a time. */
  sink(found: (index: number) => void): FeatureSink {
    this.#piece += 1;
    this.#report = found;
    return this.#sink;
  }

  readonly #sink: FeatureSink = {
    grams: (tokens) => {
      const words = tokens.map((token) => this.#words.get(token) ?? -1);
      for (let at = 0; at < words.length; at += 1) {
        const first = words[at] as number;
        if (first < 0) continue;
        this.#found(this.#featureAt[first] as number);
        const second = words[at + 1] ?? -1;
        const third = words[at + 2] ?? -1;
        const pair = second < 0 ? -1 : this.#step(first, second);
        if (third < 0) continue;
        if (pair >= 0) this.#step(pair, third);
        const skip = this.#skipped < 0 ? -1 : this.#steps.get(first, this.#skipped);
        if (skip >= 0) this.#step(skip, third);
      }
    },
    named: (kind, value) => this.#found(this.#named[kind].get(value) ?? -1),
  };

  #step(node: number, word: number): number {
    const next = this.#steps.get(node, word);
    if (next >= 0) this.#found(this.#featureAt[next] as number);
    return next;
  }

  #found(index: number): void {
    if (index < 0 || this.#seenBy[index] === this.#piece) return;
    this.#seenBy[index] = this.#piece;
    this.#report(index);
  }
}
