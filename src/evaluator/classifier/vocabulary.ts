import type { FeatureSink } from './features.ts';

/** A word in a chain of words; `index` is -1 where the chain itself is no feature. */
interface Node {
  index: number;
  next: Map<string, Node> | undefined;
}

/** Finds features without building their names: word chains stand in a tree, the rest in a table. */
export class Vocabulary {
  readonly size: number;
  readonly #chains = new Map<string, Node>();
  readonly #named = new Map<string, number>();
  /** Which clause saw a feature last, so that a repeat does not count twice. */
  readonly #seenBy: Uint32Array;
  #clause = 0;

  constructor(features: readonly string[]) {
    this.size = features.length;
    this.#seenBy = new Uint32Array(features.length);
    features.forEach((feature, index) => {
      if (NAMED.test(feature)) this.#named.set(feature, index);
      else this.#plant(feature.split(' '), index);
    });
  }

  #plant(words: readonly string[], index: number): void {
    let level = this.#chains;
    words.forEach((word, depth) => {
      let node = level.get(word);
      if (!node) {
        node = { index: -1, next: undefined };
        level.set(word, node);
      }
      if (depth === words.length - 1) node.index = index;
      else level = node.next ??= new Map();
    });
  }

  /** A sink for the next clause: `found` gets each known feature of it once. */
  sink(found: (index: number) => void): FeatureSink {
    this.#clause += 1;
    const clause = this.#clause;
    const seenBy = this.#seenBy;
    const report = (index: number): void => {
      if (index < 0 || seenBy[index] === clause) return;
      seenBy[index] = clause;
      found(index);
    };
    return {
      gram: (tokens, at) => {
        const first = this.#chains.get(tokens[at] as string);
        if (!first) return;
        report(first.index);
        if (!first.next || at + 1 >= tokens.length) return;
        const second = first.next.get(tokens[at + 1] as string);
        if (second) report(second.index);
        if (at + 2 >= tokens.length) return;
        const third = tokens[at + 2] as string;
        const chain = second?.next?.get(third);
        if (chain) report(chain.index);
        const skipped = first.next.get('_')?.next?.get(third);
        if (skipped) report(skipped.index);
      },
      named: (feature) => {
        const index = this.#named.get(feature);
        if (index !== undefined) report(index);
      },
    };
  }
}

/** Features that are no chain of words: `features.ts` gives them one of these beginnings. */
const NAMED = /^(?:[\^$]|(?:s|S|V|A|p|n|ch|len):)/;
