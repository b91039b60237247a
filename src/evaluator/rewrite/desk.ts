import type { Context } from '../context.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Blank, Finding } from '../review.ts';
import type { Component, Rule } from '../rule.ts';
import { tidy } from './grammar.ts';
import { readPage, render, type Unit } from './page.ts';
import { type Voice, voiceOf } from './voice.ts';
import { hash, LEAD_INS, pick, SHORT_LEAD_INS } from './wording.ts';

/** Words of a finding, as they stand in one unit of the page now. */
export interface Spot {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

/** Shown with a review; more questions than this nobody answers (design, "Review"). */
export const MAX_BLANKS = 4;

/**
 * The working copy of one draft: its units, what the rules say of them, and the edits so far. Repairs
 * change it through `replace`, `cut`, `insert` and `blank`; nothing else does.
 */
export class Desk {
  readonly first: Evaluation;
  /** What the sender gave, without the rubric's assumptions. */
  readonly given: Context;
  readonly rules: readonly Rule[];
  readonly voice: Voice;
  readonly seed: number;
  readonly tail: string;
  latest: Evaluation;
  units: Unit[];
  blanks: Blank[] = [];
  /** Context fields whose words stand in the page already. */
  readonly usedContext = new Set<keyof Context>();
  readonly #forbidden: ReadonlySet<string>;
  #seen = new Map<number, { at: number; text: string }>();

  /** `forbidden`: edits that a check turned down (see `editKey`); they are not made again. */
  constructor(evaluation: Evaluation, rules: readonly Rule[], forbidden: ReadonlySet<string> = new Set()) {
    this.#forbidden = forbidden;
    this.first = evaluation;
    this.latest = evaluation;
    this.given = evaluation.given;
    this.rules = rules;
    this.units = readPage(evaluation.draft);
    this.tail = evaluation.draft.text.slice(this.units.at(-1)?.end ?? 0);
    this.voice = voiceOf(evaluation, this.units);
    this.seed = hash(evaluation.draft.text);
    this.see(evaluation);
  }

  get text(): string {
    return render(this.units, this.tail).text;
  }

  /** Takes in what the rules say of the page as it is now. */
  see(evaluation: Evaluation): void {
    this.latest = evaluation;
    this.#seen.clear();
    const { places } = render(this.units, this.tail);
    for (const unit of this.units) {
      const at = places.get(unit.id);
      if (at !== undefined) this.#seen.set(unit.id, { at, text: unit.text });
    }
  }

  finding(rule: string): Finding | undefined {
    return this.latest.findings.find((finding) => finding.rule === rule);
  }

  has = (rule: string): boolean => this.finding(rule)?.status === 'present';

  /** Where a rule's evidence stands now; words that an edit has removed since are left out. */
  spots(rule: string): Spot[] {
    return (this.finding(rule)?.evidence ?? []).flatMap(({ start, end }) => this.#spotsIn(start, end));
  }

  #spotsIn(start: number, end: number): Spot[] {
    return this.units.flatMap((unit): Spot[] => {
      const seen = this.#seen.get(unit.id);
      if (!seen || unit.text === '') return [];
      const from = Math.max(0, start - seen.at);
      const to = Math.min(seen.text.length, end - seen.at);
      const quote = seen.text.slice(from, to);
      if (to <= from || !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(quote)) return [];
      const now = unit.text === seen.text ? from : unit.text.indexOf(quote);
      return now < 0 ? [] : [{ unit, from: now, to: now + quote.length, quote }];
    });
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

  editable = (unit: Unit): boolean => (unit.kind === 'body' || unit.kind === 'list') && unit.text !== '';

  replace(unit: Unit, words: string, rule: string): void {
    if (this.#forbidden.has(editKey(rule, unit))) return;
    const text = tidy(words, unit.original || words);
    this.#update(unit.id, { text, by: [...unit.by, rule] });
  }

  cut(unit: Unit, rule: string): void {
    if (this.#forbidden.has(editKey(rule, unit))) return;
    this.#update(unit.id, { text: '', by: [...unit.by, rule] });
  }

  /** Takes the words of the following unit into this one. */
  merge(unit: Unit, next: Unit, words: string, rule: string): void {
    if (this.#forbidden.has(editKey(rule, next))) return;
    this.#update(unit.id, { text: tidy(words, unit.original), by: [...unit.by, rule], mergedTo: next.end });
    this.#update(next.id, { text: '', by: [...next.by, `merged:${rule}`] });
  }

  /** Puts a new sentence at an index of the page. */
  insert(index: number, gap: string, text: string, rule: string): void {
    if (this.#forbidden.has(editKey(rule))) return;
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
      gap,
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
    if (!there || from <= index || this.#forbidden.has(editKey('move', unit))) return;
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
    this.#update(unit.id, { gap });
  }

  #update(id: number, change: Partial<Unit>): void {
    this.units = this.units.map((unit) => (unit.id === id ? { ...unit, ...change } : unit));
  }

  /**
   * A slot for what only the sender knows, or `null` when it is asked already or four are asked.
   * `hint` says how the sentence around the slot goes on.
   */
  blank(rule: string, own?: { blank?: string; question?: string; hint?: string }): string | null {
    const ask = this.component(rule)?.ask;
    const text = own?.blank ?? ask?.blank;
    const question = own?.question ?? ask?.question;
    if (!text || !question || this.asked(rule) || this.openBlanks().length >= MAX_BLANKS) return null;
    this.blanks = [
      ...this.blanks,
      { text, question: own?.hint ? `${question} ${own.hint}` : question, rule },
    ];
    return text;
  }

  /** How a sentence begins that the sender finishes. */
  leadIn(rule: keyof typeof LEAD_INS): string {
    const short = this.first.profile === 'chat' ? SHORT_LEAD_INS[rule] : undefined;
    return short ?? pick(this.seed, rule, LEAD_INS[rule]);
  }

  /** A slot that the draft itself left open. */
  ownSlot(text: string, question: string): void {
    if (this.blanks.length >= MAX_BLANKS || this.blanks.some((blank) => blank.text === text)) return;
    this.blanks = [...this.blanks, { text, question, rule: 'unfilled-placeholder' }];
  }

  /** "apologise" as the draft spells it. */
  get apologise(): string {
    return /\w(?:iz(?:e[sd]?|ing|ation)|yz(?:e[sd]?|ing))\b|\b(?:color|center|honor|favor|canceled|gray)\b/i.test(
      this.first.draft.prose,
    )
      ? 'apologize'
      : 'apologise';
  }

  asked = (rule: string): boolean => this.openBlanks().some((blank) => blank.rule === rule);

  /** Slots that stand in the page, each once. */
  openBlanks(): Blank[] {
    const text = this.text;
    return this.blanks.filter((blank, i) => text.includes(blank.text) || i === this.blanks.length - 1);
  }

  component(rule: string): Component | undefined {
    return this.rules.find((one): one is Component => one.kind === 'component' && one.id === rule);
  }
}

/** Names an edit: a rule's change of one sentence of the draft, or (without a unit) its new sentences. */
export const editKey = (rule: string, unit?: Unit): string =>
  unit === undefined || unit.inserted ? `${rule}+` : `${rule}@${unit.start}`;
