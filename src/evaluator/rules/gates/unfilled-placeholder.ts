import { citeAll } from '../../draft.ts';
import { cite, type Evidence, overlaps } from '../../evidence.ts';
import { OPEN_SLOT } from '../../lexicon/slots.ts';
import { OPEN_QUESTION } from '../../mask.ts';
import { matchesOf } from '../../matches.ts';
import { defineGate } from '../../rule.ts';

/** These are masked in the prose, so that no other rule takes a question for a statement. */
const openQuestions = (text: string): Evidence[] =>
  !text.includes('[')
    ? []
    : matchesOf(OPEN_QUESTION, text).map(({ 0: slot, index }) => cite(text, index, index + slot.length));

export const unfilledPlaceholder = defineGate({
  id: 'unfilled-placeholder',
  title: 'A slot is still open',
  why: 'A bracket or a blank tells the reader that a template wrote to them. No message goes out with one in it.',
  advice: 'Fill in every slot, or take the sentence out.',
  sources: ['practice'],
  decidedBy: 'patterns',
  detect: ({ draft }) => {
    const slots = citeAll(draft, OPEN_SLOT);
    const questions = openQuestions(draft.text).filter((open) => !slots.some((slot) => overlaps(open, slot)));
    return [...slots, ...questions].sort((a, b) => a.start - b.start);
  },
  examples: {
    flags: [
      'Dear «[GUEST NAME]», I am sorry that your room was given away.',
      'Hello «{{customer.first}}», we charged you twice in May.',
      'Your new appointment is at «XX:XX» on Thursday.',
      "I'm sorry that «[what exactly went wrong]».",
      'We have sent «£____» back to your card.',
      'The engineer will be with you by «TBC».',
      'Hi «<first name>», your parcel went to the wrong street.',
    ],
    passes: [
      // Words in brackets that the reader is meant to read.
      'We sent two boxes [both blue] instead of one.',
      // A masked account number is no blank.
      'The card ending XXXX 2210 was charged by mistake.',
      'You ordered an XXL and we packed an XS.',
      // An identifier.
      'Coach TBD12 left without you, and I am sorry.',
      'The fix went into `items[name]` this morning.',
      'See you Friday, and sorry again XXXX',
    ],
  },
});
