import type { Context } from '../context.ts';
import type { Evaluation } from '../evaluate.ts';

/** Reads a text by the rules; `evaluate`, handed in so that neither imports the other. */
export type Read = (text: string, context: Context) => Evaluation;

/**
 * What the rules say of the texts that one draft passes through on its way to a rewrite. Reading is most of the
 * work of a rewrite, and its attempts have most of their texts in common: each text is read once.
 */
export class Readings {
  readonly #read: Read;
  readonly #given: Context;
  readonly #known: Map<string, Evaluation>;

  constructor(evaluation: Evaluation, read: Read) {
    this.#read = read;
    this.#given = evaluation.given;
    this.#known = new Map([[evaluation.draft.text, evaluation]]);
  }

  of(text: string): Evaluation {
    const known = this.#known.get(text);
    if (known) return known;
    const evaluation = this.#read(text, this.#given);
    this.#known.set(text, evaluation);
    return evaluation;
  }

  /** How many texts were read, the draft not counted. */
  get count(): number {
    return this.#known.size - 1;
  }
}
