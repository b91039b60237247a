import { citeAll } from '../../draft.ts';
import { cite, type Evidence } from '../../evidence.ts';
import { OPEN_QUESTION } from '../../mask.ts';
import { defineGate } from '../../rule.ts';

const SLOT = new RegExp(
  [
    // [NAME], [what went wrong], [insert date here]
    String.raw`\[(?:[A-Z][A-Z _/'-]{1,40}|(?:your|customer|client|guest|first|last|company|order|insert|date|time|amount|product|name|number|what|who|when|which|why|how|add|x)\b[^\]\n]{0,80}|\.{2,3}|_+)\]`,
    String.raw`\{\{?[^{}\n]{1,60}\}?\}`,
    String.raw`<(?!https?:|mailto:|[@#!])[a-z][a-z _-]{2,30}>`,
    String.raw`«[A-Za-z][A-Za-z_ ]{1,30}»`,
    String.raw`\bXX:XX\b|\b(?:DD|XX)[/.-](?:MM|XX)[/.-](?:YY|XX){1,2}\b|[£$€]\s?(?:_{2,}|X{2,}\b|\?\?+)|\b_{3,}|\b[A-Z]{2,12}_(?:TBC|TBD|HERE|NAME|DATE)\b|\b(?:Mr\/Mrs|Sir\/Madam)(?: _+)?`,
    String.raw`\binsert [a-z ]{3,40}(?:here|name|date)\b|\blorem ipsum\b|%[A-Z_]{3,20}%|\$\{[^}\n]{1,40}\}`,
  ].join('|'),
  'g',
);
const TBC =
  /\b(?:at|by|on|is|from|between|amount(?: of)?|to):? ?(?:TBC|TBD)\b|_{4,}|\bX{4,}\b|\bInsert [a-z ]{3,40} here\b/g;

/** These are masked in the prose, so that no other rule takes a question for a statement. */
const openQuestions = (text: string): Evidence[] =>
  [...text.matchAll(OPEN_QUESTION)].map(({ 0: slot, index }) => cite(text, index, index + slot.length));

export const unfilledPlaceholder = defineGate({
  id: 'unfilled-placeholder',
  title: 'A slot is still open',
  why: 'A bracket that reaches a customer says that nobody read the message before it was sent.',
  advice: 'Fill it, or take the sentence out.',
  sources: ['practice'],
  decidedBy: 'patterns',
  detect: ({ draft }) =>
    [...citeAll(draft, SLOT), ...citeAll(draft, TBC), ...openQuestions(draft.text)].sort(
      (a, b) => a.start - b.start,
    ),
  examples: {
    flags: [
      'Hello «[NAME]», your chair is ready.',
      'It broke down on «{{date}}».',
      'The fitter comes «at TBC».',
      'You get «€___» back.',
    ],
    passes: [
      'Sorry about the tea [the big pot].',
      'Setting `list[0]` to null broke it.',
      'Your card ending **** 8812 was charged.',
      'We sent size XXL.',
    ],
  },
});
