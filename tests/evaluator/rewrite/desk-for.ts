import { type Context, withDefaults } from '../../../src/evaluator/context.ts';
import { parseDraft } from '../../../src/evaluator/draft.ts';
import type { Evaluation } from '../../../src/evaluator/evaluate.ts';
import { cite } from '../../../src/evaluator/evidence.ts';
import { profileOf } from '../../../src/evaluator/profile.ts';
import type { Finding } from '../../../src/evaluator/review.ts';
import { Desk } from '../../../src/evaluator/rewrite/desk.ts';
import type { Repair } from '../../../src/evaluator/rewrite/repair.ts';
import { RULES } from '../../../src/evaluator/rules/index.ts';
import { scoreFindings } from '../../../src/evaluator/score.ts';

/** What a test says the rules found: words of the draft by rule id. Everything else is absent. */
export type Found = Readonly<Record<string, string | readonly string[]>>;

/** An evaluation with the findings that a test names, so that a repair is tried without the models. */
export function evaluationOf(text: string, found: Found, context: Context = {}): Evaluation {
  const draft = parseDraft(text);
  const full = withDefaults(context);
  const profile = profileOf(draft, full);
  const findings = RULES.map(({ id, kind }): Finding => {
    const quotes = [found[id] ?? []].flat();
    const evidence = quotes.map((quote) => {
      const at = text.toLowerCase().indexOf(quote.toLowerCase());
      if (at < 0) throw new Error(`“${quote}” does not stand in the draft`);
      return cite(text, at, at + quote.length);
    });
    return { rule: id, kind, status: evidence.length > 0 ? 'present' : 'absent', evidence };
  });
  const score = scoreFindings(findings, profile, RULES);
  return {
    draft,
    context: full,
    given: context,
    profile,
    otherLanguage: false,
    notAnApology: false,
    findings,
    score,
  };
}

/** The draft after one repair, as the person would read it, and the questions it left. */
export function mended(repair: Repair, text: string, found: Found, context: Context = {}) {
  const desk = new Desk(evaluationOf(text, found, context), RULES);
  repair.mend(desk);
  return { text: desk.text, questions: desk.openBlanks().map(({ question }) => question), desk };
}
