import type { Draft } from '../draft.ts';
import { tidy } from './grammar.ts';
import { oncePer } from './once-per.ts';
import { readPage } from './read-page.ts';
import { type Rendered, render } from './render.ts';
import type { Unit } from './unit.ts';

/** Every attempt at a draft begins with the same page. */
export const pageOf = oncePer(readPage);

/** A draft as units with the edits made so far. Nothing but these methods changes a unit. */
export class EditedPage {
  /** Never changed in place: what is read off a page once holds for these units. */
  units: readonly Unit[];
  readonly tail: string;
  readonly #forbidden: ReadonlySet<string>;
  readonly #wanted = new Set<string>();

  /** `forbidden`: edits that a check turned down (see `editKey`); they are not made again. */
  constructor(draft: Draft, forbidden: ReadonlySet<string>) {
    this.#forbidden = forbidden;
    this.units = pageOf(draft);
    this.tail = draft.text.slice(this.units.at(-1)?.end ?? 0);
  }

  get text(): string {
    return this.rendered.text;
  }

  /** The text with the place of every unit in it. */
  get rendered(): Rendered {
    return this.#render(this.units);
  }

  readonly #render = oncePer((units: readonly Unit[]) => render(units, this.tail));

  /** Keys of all edits that were to be made, the forbidden ones too: another set that says the same of each makes this page. */
  get wanted(): ReadonlySet<string> {
    return this.#wanted;
  }

  #isForbidden(key: string): boolean {
    this.#wanted.add(key);
    return this.#forbidden.has(key);
  }

  editable = (unit: Unit): boolean => (unit.kind === 'body' || unit.kind === 'list') && unit.text !== '';

  replace(unit: Unit, words: string, rule: string): void {
    if (this.#isForbidden(editKey(rule, unit))) return;
    const text = tidy(words, unit.original || words);
    this.change(unit.id, { text, by: [...unit.by, rule] });
  }

  cut(unit: Unit, rule: string): void {
    if (this.#isForbidden(editKey(rule, unit))) return;
    this.change(unit.id, { text: '', by: [...unit.by, rule] });
  }

  /** Takes the words of the following unit into this one. */
  merge(unit: Unit, next: Unit, words: string, rule: string): void {
    if (this.#isForbidden(editKey(rule, next))) return;
    this.change(unit.id, { text: tidy(words, unit.original), by: [...unit.by, rule], mergedTo: next.end });
    this.change(next.id, { text: '', by: [...next.by, `merged:${rule}`] });
  }

  /** Puts a new sentence at an index of the page. */
  insert(index: number, gap: string, text: string, rule: string): void {
    if (this.#isForbidden(editKey(rule, { inserted: true, start: 0, text }))) return;
    const next = this.units[index];
    const before = this.units[index - 1];
    const place = before ? Math.max(before.end, before.mergedTo ?? 0) : (next?.start ?? 0);
    const id = Math.max(0, ...this.units.map((unit) => unit.id)) + 1;
    this.units = this.units.toSpliced(index, 0, {
      id,
      kind: 'body',
      start: place,
      end: place,
      original: '',
      gap: before && gap === '' ? ' ' : gap,
      text,
      by: [rule],
      inserted: true,
      moved: false,
    });
  }

  /** Moves a sentence to an index before its place; what stood there follows it. */
  moveToTop(unit: Unit, index: number): void {
    const there = this.units[index];
    const from = this.units.findIndex(({ id }) => id === unit.id);
    if (!there || from <= index || this.#isForbidden(editKey('move', unit))) return;
    const next = this.units[from + 1];
    const units = this.units.map((one) => {
      if (one.id === unit.id)
        return { ...one, gap: there.gap, moved: true, by: [...one.by, 'explicit-apology'] };
      if (one.id === there.id) return { ...one, gap: one.kind === 'body' ? ' ' : '\n' };
      return one.id === next?.id && unit.gap.includes('\n') && !one.gap.includes('\n')
        ? { ...one, gap: unit.gap }
        : one;
    });
    const [moved] = units.splice(from, 1);
    if (moved) units.splice(index, 0, moved);
    this.units = units;
  }

  setGap(unit: Unit, gap: string): void {
    this.change(unit.id, { gap });
  }

  change(id: number, change: Partial<Unit>): void {
    this.units = this.units.map((unit) => (unit.id === id ? { ...unit, ...change } : unit));
  }

  /** Undoes what was done since the page looked like this. */
  putBack(units: readonly Unit[]): void {
    this.units = units;
  }
}

/**
 * Names an edit: a rule's change of one sentence of the draft, or its new sentence. A sentence of ours that was turned
 * down does not stand in the way of a question in its place.
 */
export const editKey = (rule: string, unit: Pick<Unit, 'inserted' | 'start' | 'text'>): string =>
  unit.inserted ? `${rule}+${unit.text.includes('[') ? '?' : ''}` : `${rule}@${unit.start}`;
