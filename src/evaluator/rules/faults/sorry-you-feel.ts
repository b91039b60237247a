import { citeAll } from '../../draft.ts';
import { FEELING_OBJECT } from '../../lexicon/feeling-apologies.ts';
import { defineFault } from '../../rule.ts';

const FEELING_APOLOGISED_FOR = new RegExp(`${FEELING_OBJECT}[^.!?\\n]{0,60}`, 'gi');
const OUR_ACT =
  /\b(?:because|by|when|after) (?:we|i|our|my)\b|\b(?:we|i) made you\b|\b(?:feeling|felt) (?:unwell|ill|poorly|sick|faint|dizzy)|\bby us\b|\bhurt (?:here|on|in)|found out|flak|tummy\b|\bin pain\b/i;

export const sorryYouFeel = defineFault({
  id: 'sorry-you-feel',
  title: 'It apologises for their feeling',
  why: 'Being sorry for how somebody feels puts the problem in them. The thing that caused the feeling goes unsaid.',
  advice: 'Apologise for what you did, and keep the feeling as something you understand.',
  sources: ['nhs-resolution', 'sorrywatch', 'robbennolt-2003', 'seed-001'],
  points: 15,
  level: 'major',
  detect: ({ draft }) => citeAll(draft, FEELING_APOLOGISED_FOR).filter(({ quote }) => !OUR_ACT.test(quote)),
  examples: {
    flags: [
      "«I'm sorry you feel the answer was short».",
      "«We're sorry you were disappointed by the room».",
      '«Sorry you think that».',
      '«Apologies that you found the tone cold».',
    ],
    passes: [
      "I'm sorry we made you feel unwelcome.",
      "I'm sorry you're feeling unwell after the flight.",
      'I understand that you feel misled. We did mislead you, and I am sorry.',
      "I'm sorry you had to carry it up four floors.",
    ],
  },
  practice: {
    before: "I'm sorry you were upset by Ella's school report. You will have a fairer one from us by Friday.",
    after:
      "I'm sorry we were so harsh in Ella's school report, and I can see why you were upset. You will have a fairer one from us by Friday.",
  },
});
