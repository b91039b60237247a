import type { Context } from '../context.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Blank } from '../review.ts';
import type { Rule } from '../rule.ts';
import { pageOf } from './edited-page.ts';
import { oncePer } from './once-per.ts';
import { ReadFindings } from './read-findings.ts';
import { type Voice, voiceOf } from './voice.ts';
import { hash, LEAD_INS, pick, SHORT_LEAD_INS } from './wording.ts';

const voiceIn = oncePer((evaluation: Evaluation) => voiceOf(evaluation, pageOf(evaluation.draft)));

/** Shown with a review; more questions than this nobody answers (design, "Review"). */
export const MAX_BLANKS = 4;

/**
 * The working copy of one draft: its units, what the rules say of them, the edits and the questions so far.
 * Repairs work on it and on nothing else.
 */
export class Desk extends ReadFindings {
  /** What the sender gave, without the rubric's assumptions. */
  readonly given: Context;
  readonly voice: Voice;
  readonly seed: number;
  blanks: Blank[] = [];

  constructor(evaluation: Evaluation, rules: readonly Rule[], forbidden: ReadonlySet<string> = new Set()) {
    super(evaluation, rules, forbidden);
    this.given = evaluation.given;
    this.voice = voiceIn(evaluation);
    this.seed = hash(evaluation.draft.text);
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

  /** Whether a new sentence stands in the page for this rule. */
  added = (rule: string): boolean =>
    this.units.some((unit) => unit.inserted && unit.text !== '' && unit.by[0] === rule);

  /** Whether words from the context stand in the page. */
  says = (words: string): boolean => this.text.toLowerCase().includes(words.toLowerCase());

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
    const once = new Map(this.blanks.map((blank) => [blank.text, blank]));
    return [...once.values()].filter((blank) => text.includes(blank.text) || blank === this.blanks.at(-1));
  }

  /** Takes out the questions that weigh least until at most `most` are left. */
  dropLightestBlank(most: number): void {
    const weight = (rule: string) => this.component(rule)?.weight ?? 100;
    const inserted = this.units.filter(
      (unit) => unit.inserted && unit.text.includes('[') && this.component(unit.by[0] ?? ''),
    );
    for (const unit of inserted.toSorted((a, b) => weight(a.by[0] ?? '') - weight(b.by[0] ?? ''))) {
      if (this.openBlanks().length <= most) return;
      this.change(unit.id, { text: '' });
      const text = this.text;
      this.blanks = this.blanks.filter((blank) => text.includes(blank.text));
    }
  }
}
