import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineFault } from '../../rule.ts';

const FLAW = String.raw`(?:issues?|problems?|hiccups?|glitch(?:es)?|delays?|mistakes?|errors?|slip(?:-?ups?)?|blips?|oops|mix-?ups?|bugs?|outage|disruption|interruption|inconvenience|misunderstanding|oversight|incident|lag|noise|scratch|crack|dent|faff|hitch|wobble|stutter|typo|mark|stain|leak|degradation|snag|technicality|admin)`;
const SHRUNK = new RegExp(
  [
    String.raw`\b(?:a |an )?(?:small|minor|slight|little|tiny|teeny|brief|short|wee|trivial|trifling|modest|mere|momentary|temporary|isolated|bit of an?|lil) ${gap(1)}${FLAW}\b`,
    String.raw`\b(?:hiccups?|glitch(?:es)?|blips?|oopsie|teething (?:troubles?|problems?))\b`,
    String.raw`\b(?:just|only|merely|barely|hardly) (?:a |an |the |one )?${gap(2)}(?:${FLAW}|late|few (?:days|minutes|hours)|minutes?|coffee|couple|formality|day|pennies)\b`,
    String.raw`\b(?:a (?:bit|little|touch|tad|smidge|teeny bit|wee bit)) (?:late|slow|cold|off|short|long|noisy|delayed|rough|dry)\b`,
    String.raw`\b(?:(?:these|such) things (?:do )?(?:happen|are)|(?:mistakes|accidents|errors) (?:do )?happen|it happens|one of those things|not the end of the world|no harm done|happens to (?:everyone|the best)|hardly (?:a|the|anyone)|nothing (?:major|serious|dramatic)|perfectly normal|(?:isolated|one-off|rare) (?:incident|case|event|occurrence|blip)|not typical of)\b`,
    String.raw`\ba (?:very )?(?:small|tiny|limited) (?:number|handful|subset|fraction|proportion) of (?:users|customers|accounts|guests|people|passengers|patients)\b`,
  ].join('|'),
  'gi',
);
const WEIGHED = /\b(?:not (?:a|just|only)|wasn't|was not|isn't|is not|more than|never)\b/i;

export const minimising = defineFault({
  id: 'minimising',
  title: 'It makes the problem small',
  why: 'The reader knows how big it was. A shrinking word sounds as if you did not.',
  advice: 'Take the word out; keep exact figures if you have them.',
  sources: ['trosborg', 'lazare', 'seed-001', 'seed-003'],
  points: 8,
  level: 'moderate',
  detect: ({ draft }) =>
    citeAll(draft, SHRUNK).filter(
      ({ start }) => !WEIGHED.test(draft.prose.slice(Math.max(0, start - 20), start)),
    ),
  examples: {
    flags: [
      'There was «a slight delay» to your order.',
      '«These things happen».',
      'It was «only a few minutes».',
      '«A small number of users» saw errors.',
    ],
    passes: [
      'This was not a minor slip: you lost a week.',
      'We are a small shop, so the person reading this is me.',
      "I've only just read your note.",
      'It lasted nineteen minutes, long enough to lose your queue.',
    ],
  },
});
