import { featuresOf } from '../../src/evaluator/classifier/features.ts';
import { piecesOf } from '../../src/evaluator/classifier/pieces.ts';
import { CHANNELS } from '../../src/evaluator/context.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import { overlaps, type Span } from '../../src/evaluator/evidence.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { NO, type TrainingDraft, UNKNOWN, YES } from './examples.ts';

/** What a rule says of itself counts as often as this: a rule whose own examples fail would be no rule. */
const TIMES = 16;

/** The examples in the rules' own files; each says something of one criterion only. */
export const fromRuleExamples = (criteria: readonly string[]): TrainingDraft[] =>
  RULES.flatMap((rule) => {
    const [shows, near] =
      rule.kind === 'component'
        ? [rule.examples.present, rule.examples.absent]
        : [rule.examples.flags, rule.examples.passes];
    const c = criteria.indexOf(rule.id);
    const of = (label: number) => (text: string) =>
      example(text, label, (other) => other === c, criteria.length);
    const all = [...shows.map(of(YES)), ...near.map(of(NO))];
    return Array.from({ length: TIMES }, () => all).flat();
  });

/** Of an example that shows its rule, only the pieces under the marks do; of one that does not, no piece does. */
function example(
  marked: string,
  label: number,
  isOwn: (criterion: number) => boolean,
  criteria: number,
): TrainingDraft {
  const { text, marks } = unmark(marked);
  const channel = CHANNELS[0];
  const labelled = (own: number): Int8Array =>
    Int8Array.from({ length: criteria }, (_, c) => (isOwn(c) ? own : UNKNOWN));
  const examples = piecesOf(parseDraft(text).clauses).map((piece) => ({
    features: featuresOf(piece, channel),
    labels: labelled(label === NO || marks.some((mark) => overlaps(mark, piece)) ? label : UNKNOWN),
  }));
  return { id: marked, text, channel, examples, labels: labelled(label) };
}

/** An example without its «», and where they stood. */
export function unmark(marked: string): { text: string; marks: Span[] } {
  const marks: Span[] = [];
  let text = '';
  for (const [i, piece] of marked.split(/[«»]/).entries()) {
    if (i % 2 === 1) marks.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, marks };
}
