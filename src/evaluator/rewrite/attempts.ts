import { MAX_DRAFT } from '../../errors.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Rule } from '../rule.ts';
import type { Desk } from './desk.ts';
import { editDraft } from './edit-draft.ts';
import { isGoneForGood, lostFacts, newWords } from './facts.ts';
import { offendingEdits, tooLong } from './guard.ts';
import type { Readings } from './readings.ts';

/** A page with the edits that were allowed, and what is wrong with it. */
export interface Attempt {
  readonly desk: Desk;
  readonly after: Evaluation;
  /** Keys of the edits that look guilty of a broken promise; none where all are kept. */
  readonly guilty: readonly string[];
}

interface Made {
  readonly forbidden: ReadonlySet<string>;
  /** Keys of the edits that were to be made, forbidden or not. */
  readonly wanted: ReadonlySet<string>;
  readonly attempt: Attempt | null;
}

/** Attempts at one draft, each with other edits left out. None is made twice. */
export class Attempts {
  readonly #evaluation: Evaluation;
  readonly #readings: Readings;
  readonly #rules: readonly Rule[];
  readonly #made: Made[] = [];

  constructor(evaluation: Evaluation, readings: Readings, rules: readonly Rule[]) {
    this.#evaluation = evaluation;
    this.#readings = readings;
    this.#rules = rules;
  }

  /** The draft with all edits but these; `null` where nothing of it is left, or it is too long for any draft. */
  without(forbidden: ReadonlySet<string>): Attempt | null {
    const known = this.#known(forbidden);
    if (known) return known.attempt;
    const desk = this.#edited(forbidden);
    return desk ? this.#keep(forbidden, desk, this.#read(desk)) : null;
  }

  /** Whether all promises are kept without these edits. Looks no further than to the first that is broken for certain. */
  isCleanWithout(forbidden: ReadonlySet<string>): boolean {
    const known = this.#known(forbidden);
    if (known) return known.attempt?.guilty.length === 0;
    const desk = this.#edited(forbidden, (page) => isGoneForGood(this.#evaluation, page.text));
    if (desk === null || this.#isBroken(desk.text)) return false;
    return this.#keep(forbidden, desk, this.#read(desk))?.guilty.length === 0;
  }

  #edited(forbidden: ReadonlySet<string>, isHopeless?: (desk: Desk) => boolean): Desk | null {
    const editing = { readings: this.#readings, rules: this.#rules, forbidden };
    return editDraft(this.#evaluation, isHopeless ? { ...editing, isHopeless } : editing);
  }

  /** An attempt whose every edit would be allowed or forbidden as it was. */
  #known(forbidden: ReadonlySet<string>): Made | undefined {
    return this.#made.find((made) =>
      [...made.wanted].every((key) => made.forbidden.has(key) === forbidden.has(key)),
    );
  }

  #keep(forbidden: ReadonlySet<string>, desk: Desk, attempt: Attempt | null): Attempt | null {
    this.#made.push({ forbidden: new Set(forbidden), wanted: desk.wanted, attempt });
    return attempt;
  }

  #read(desk: Desk): Attempt | null {
    const text = desk.text;
    if (text.trim() === '' || text.length > MAX_DRAFT) return null;
    const after = this.#readings.of(text);
    return { desk, after, guilty: offendingEdits(desk, after) };
  }

  /** What can be told without reading the text. */
  #isBroken(text: string): boolean {
    const before = this.#evaluation;
    return tooLong(before, text) || lostFacts(before, text).length > 0 || newWords(before, text).length > 0;
  }
}
