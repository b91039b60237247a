import { citeAll } from '../../draft.ts';
import { SORRY } from '../../lexicon/apology-words.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineFault } from '../../rule.ts';

const HARM = String.raw`(?:inconvenience|trouble|disruption|bother|confusion|upset|distress|delays?|difficult(?:y|ies)|errors?|mistakes?|issues?|problems?|offence|offense|disappointment|frustration|harm|hassle|discomfort|misunderstanding|oversight|hardship|worry|alarm|perceived \w{4,14}|concern|anxiety|pain|loss|hurt|shortcomings?)`;
const HEDGED = new RegExp(
  [
    // "sorry if", "apologies in case", "sorry to anyone who", "apologise for whatever"
    String.raw`\b${SORRY}\b,? ${gap(3)}(?:if|in case|should (?:you|your|this|that|it|there|any|the)|whoever|to (?:anyone|anybody|those (?:of you )?who may|whom)|to the extent|in so far|insofar|for (?:whatever|whichever|anything)|to such of)\b[^.!?\n]{0,60}`,
    // "any inconvenience", always
    String.raw`\bany (?:and all |possible |potential |resulting )?${HARM}\b`,
    // "if there was a delay, we're sorry"
    String.raw`\b(?:if|should|supposing|insofar as|in so far as|to the extent(?: that)?|in the (?:unlikely )?event(?: that)?|to (?:anyone|anybody) who) (?:there|you|your|we|it|this|that|any|anything|my|our|i|the)\b[^.!?\n]{1,80}?\b(?:${SORRY})\b`,
    // the harm itself made hypothetical
    String.raw`\b(?:this|it|that|which|we|delay|outage|mistake|error)\b ${gap(2)}(?:may|might|could) (?:well )?have (?:been |caused |led |felt |left |put |upset|given)[^.!?\n]{0,50}`,
    String.raw`\b(?:may|might) (?:well )?(?:have caused|have (?:been|felt|noticed|experienced|received|seen|come across|sounded|found|led|left)|notice a)\b[^.!?\n]{0,40}`,
  ].join('|'),
  'gi',
);
const ON_THE_REMEDY =
  /\bif (?:i were you|you(?:'d| would)? (?:like|prefer|want|need|have|still|see|send|let|tell|ask|already|haven't)|i may|we may|we'd done|we've done|i'm being|im being|wrong no|negative|for asking if|forgive me if|i don't|there(?:'s| is) (?:any|something))\b|\bas if\b|\bdon't know (?:yet )?(?:if|whether)\b/i;

/** Words to whoever it was: no doubt about the failure, where a message goes to many (codebook, ruling 18). */
const TO_WHOEVER = /\b(?:to|for) (?:anyone|anybody|everyone|everybody|all|any of you|those)\b/i;
const DOUBTED = /\b(?:if|any (?!of you)|may|might|should|where|insofar|in so far|extent)\b/i;

export const conditionalApology = defineFault({
  id: 'conditional-apology',
  title: 'The apology is conditional',
  why: 'An "if", "any" or "may have" asks the reader to prove they were hurt before you are sorry.',
  advice: 'Take out the condition and say what happened, and to whom.',
  sources: ['sorrywatch', 'lazare', 'seed-001'],
  points: 12,
  level: 'major',
  detect: ({ draft }) => citeAll(draft, HEDGED).filter(({ quote }) => !ON_THE_REMEDY.test(quote)),
  excused: ({ context, found }, { quote }) =>
    context.audience === 'broadcast' &&
    found('specific-acknowledgement').length > 0 &&
    TO_WHOEVER.test(quote) &&
    !DOUBTED.test(quote),
  examples: {
    flags: [
      "I'm «sorry if the soup was cold».",
      'We apologise for «any inconvenience».',
      '«If your parcel was late, we are sorry».',
      '«Apologies in case you were charged twice».',
    ],
    passes: [
      "I'm sorry we lost your coat. If you'd like, I can send a taxi with it.",
      'We are sorry the lift was out; tell us if it sticks again.',
      'If I were you I would be cross, and I am sorry.',
      'Any receipts you send will be paid today. I am sorry for the delay.',
    ],
  },
  practice: {
    before: "I'm sorry if we gave you the wrong time for your scan. I have kept Tuesday at ten for you.",
    after: "I'm sorry we gave you the wrong time for your scan. I have kept Tuesday at ten for you.",
  },
});
