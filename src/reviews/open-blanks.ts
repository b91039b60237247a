import { OPEN_SLOT } from '../evaluator/lexicon/slots.ts';
import { isOpenQuestion, OPEN_QUESTION } from '../evaluator/mask.ts';
import type { Blank } from '../evaluator/review.ts';
import { RULES } from '../evaluator/rules/index.ts';

/** More questions than this at once nobody answers; the rest stay open in the text. */
const MOST = 6;

const ASKED: ReadonlyMap<string, string> = new Map(
  RULES.flatMap((rule) =>
    'ask' in rule && rule.ask !== undefined ? [[rule.ask.blank, rule.ask.question] as const] : [],
  ),
);

/** The slots that a text leaves open, in its order, each once and with the question that fills it. */
export function openBlanks(text: string, known: readonly Blank[] = []): Blank[] {
  const found = [...text.matchAll(OPEN_QUESTION), ...text.matchAll(OPEN_SLOT)]
    .toSorted((a, b) => a.index - b.index)
    .map(([slot]) => slot);
  return [...new Set(found)].slice(0, MOST).map((slot) => withQuestion(slot, known));
}

/** The question of a rule says more than the one that an open slot of the draft gets by itself. */
const askedWell = (blank: Blank): Blank =>
  blank.rule === 'unfilled-placeholder'
    ? { ...blank, question: ASKED.get(blank.text) ?? wordsOf(blank.text) ?? blank.question }
    : blank;

/** A slot of ours says itself what belongs there: "[what we did]". */
function wordsOf(slot: string): string | undefined {
  if (!isOpenQuestion(slot)) return undefined;
  const words = slot.slice(1, -1);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const withQuestion = (slot: string, known: readonly Blank[]): Blank =>
  askedWell(
    known.find(({ text }) => text === slot) ?? {
      text: slot,
      question: `What belongs in place of ${slot}?`,
      rule: 'unfilled-placeholder',
    },
  );
