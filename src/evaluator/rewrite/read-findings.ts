import type { Evaluation } from '../evaluate.ts';
import type { Finding } from '../review.ts';
import type { Component, Rule } from '../rule.ts';
import { EditedPage } from './edited-page.ts';
import { render } from './render.ts';
import type { Unit } from './unit.ts';

/** Words of a finding, as they stand in one unit of the page now. */
export interface Spot {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

/** A page with what the rules said of it when it was read last. */
export class ReadFindings extends EditedPage {
  readonly first: Evaluation;
  readonly rules: readonly Rule[];
  latest: Evaluation;
  /** Units in the order of the text that was read last, each with its place there. */
  #seen: { readonly id: number; readonly at: number; readonly text: string }[] = [];

  constructor(evaluation: Evaluation, rules: readonly Rule[], forbidden: ReadonlySet<string>) {
    super(evaluation.draft, forbidden);
    this.first = evaluation;
    this.latest = evaluation;
    this.rules = rules;
    this.see(evaluation);
  }

  /** Takes in what the rules say of the page as it is now. */
  see(evaluation: Evaluation): void {
    this.latest = evaluation;
    const { places } = render(this.units, this.tail);
    this.#seen = this.units
      .flatMap(({ id, text }) => {
        const at = places.get(id);
        return at === undefined ? [] : [{ id, at, text }];
      })
      .toSorted((a, b) => a.at - b.at);
  }

  finding(rule: string): Finding | undefined {
    return this.latest.findings.find((finding) => finding.rule === rule);
  }

  has = (rule: string): boolean => this.finding(rule)?.status === 'present';

  /** Where a rule's evidence stands now; words that an edit has removed since are left out. */
  spots(rule: string): Spot[] {
    const evidence = this.finding(rule)?.evidence ?? [];
    if (evidence.length === 0) return [];
    const now = new Map(this.units.map((unit) => [unit.id, unit]));
    return evidence.flatMap(({ start, end }) => this.#spotsIn(start, end, now));
  }

  #spotsIn(start: number, end: number, now: ReadonlyMap<number, Unit>): Spot[] {
    const spots: Spot[] = [];
    for (let i = this.#firstAt(start); i < this.#seen.length; i += 1) {
      const seen = this.#seen[i];
      if (!seen || seen.at >= end) break;
      const unit = now.get(seen.id);
      const from = Math.max(0, start - seen.at);
      const quote = seen.text.slice(from, Math.min(seen.text.length, end - seen.at));
      if (!unit || unit.text === '' || !/[\p{L}\p{N}\p{Extended_Pictographic}[]/u.test(quote)) continue;
      const place = unit.text === seen.text ? from : unit.text.indexOf(quote);
      if (place >= 0) spots.push({ unit, from: place, to: place + quote.length, quote });
    }
    return spots;
  }

  /** Index of the last unit that begins at or before a place, 0 if none does. */
  #firstAt(place: number): number {
    let low = 0;
    let high = this.#seen.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#seen[middle]?.at ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Components whose only evidence stands in this unit. */
  onlyIn(unit: Unit): string[] {
    return this.rules
      .filter(({ kind, id }) => kind === 'component' && this.has(id))
      .filter(
        ({ id }) => this.spots(id).length > 0 && this.spots(id).every((spot) => spot.unit.id === unit.id),
      )
      .map(({ id }) => id);
  }

  /** Whether the only evidence of a component lies within a stretch of a unit. */
  onlyWithin(rule: string, unit: Unit, from: number, to: number): boolean {
    const spots = this.spots(rule);
    return (
      spots.length > 0 && spots.every((spot) => spot.unit.id === unit.id && spot.from < to && from < spot.to)
    );
  }

  component(rule: string): Component | undefined {
    return this.rules.find((one): one is Component => one.kind === 'component' && one.id === rule);
  }
}
