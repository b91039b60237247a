import type { Evaluation } from '../evaluate.ts';
import type { Finding } from '../review.ts';
import type { Component, Rule } from '../rule.ts';
import { EditedPage } from './edited-page.ts';
import { oncePer } from './once-per.ts';
import type { Unit } from './unit.ts';

/** Words of a finding, as they stand in one unit of the page now. */
export interface Spot {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

const spotsByRule = () => oncePer((_: readonly Unit[]) => new Map<string, readonly Spot[]>());
const unitsById = oncePer((units: readonly Unit[]) => new Map(units.map((unit) => [unit.id, unit])));

/** A page with what the rules said of it when it was read last. */
export class ReadFindings extends EditedPage {
  readonly first: Evaluation;
  readonly rules: readonly Rule[];
  latest: Evaluation;
  /** Units in the order of the text that was read last, each with its place there. */
  #seen: { readonly id: number; readonly at: number; readonly text: string }[] = [];
  /** Found already in these units, by rule. */
  #spots = spotsByRule();

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
    this.#spots = spotsByRule();
    const { places } = this.rendered;
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
  spots(rule: string): readonly Spot[] {
    const known = this.#spots(this.units);
    const found = known.get(rule);
    if (found) return found;
    const evidence = this.finding(rule)?.evidence ?? [];
    const spots = evidence.flatMap(({ start, end }) => this.#spotsIn(start, end, unitsById(this.units)));
    known.set(rule, spots);
    return spots;
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

  /** Whether the only evidence of a component stands in a unit. */
  onlyIn(rule: string, unit: Unit): boolean {
    const spots = this.spots(rule);
    return spots.length > 0 && spots.every((spot) => spot.unit.id === unit.id);
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
