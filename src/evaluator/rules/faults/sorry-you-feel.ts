import { citeAll } from '../../draft.ts';
import { SORRY, VERY } from '../../lexicon/apology-words.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { FEELING } from '../../lexicon/feelings.ts';
import { defineFault } from '../../rule.ts';

const REACTION = String.raw`(?:you|u)(?:'re|'ve| are| were| have been| may| might| have)? ${gap(2)}(?:feel|felt|found|find|think|thought|believe|perceived?|consider(?:ed)?|regard|see it|saw it|view|took|take (?:it|this|offence)|taken (?:it|offence)|didn't (?:like|enjoy|warm to|care for)|did not (?:like|enjoy|warm to|care for)|got the impression|(?:came|left|come|went) away with|took exception|misunderstood|misread|read (?:our|it|my)|see (?:our|it|this|my)|(?:aren't|weren't|wasn't|are not|were not|'re not) (?:\w+ )?(?:happy|thrilled|satisfied|pleased|in love|keen|impressed|among them)|don't think|some of you are (?:un)?happy|${FEELING})`;
const OBJECT = String.raw`(?:i'?m |we'?re |i am |we are )?(?:${VERY} )?\b${SORRY}\b,? (?:${VERY} )?(?:that |if |how |to (?:hear|learn|see|read) (?:that )?)?(?:${REACTION}|for (?:any |your |the |all the )?(?:upset|frustration|disappointment|annoyance|distress|offence|anger|hurt feelings)\b|(?:this|that|it|our \w{2,12}|the \w{2,12}|\w{3,12})(?:'s| has| have)? (?:upset|offended|disappointed|annoyed|came as|comes as|got under|came across|looks? \w+ to you|(?:is|was|are|were)(?:n't| not) (?:your|to your) (?:cup|taste|liking)|(?:is|was|'s) your (?:takeaway|view|impression)|wasn't to your|was not to your|left you (?:feeling )?(?:upset|unhappy|disappointed)))`;

/** An apology whose object is a feeling or a view; `explicit-apology` does not count it either. */
export const FEELING_IS_OBJECT = new RegExp(OBJECT, 'i');
const FEELING_APOLOGISED_FOR = new RegExp(`${OBJECT}[^.!?\\n]{0,60}`, 'gi');
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
});
