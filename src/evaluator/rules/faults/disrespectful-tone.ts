import { citeAll } from '../../draft.ts';
import { defineFault } from '../../rule.ts';

const SCORNFUL_WORDS = [
  String.raw`\b(?:calm (?:down|yourself)|get over it|grow up|chill out|relax,|boo hoo|cry me|lighten up|boohoo)\b[^.!?\n]{0,30}`,
  String.raw`\b(?:as (?:i|we)(?:'ve| have)? (?:already|ALREADY)|(?:already|ALREADY) (?:told|explained|said|answered)|for the (?:last|umpteenth|hundredth|tenth) time|how many times|once (?:more|again), and)\b[^.!?\n]{0,40}`,
  String.raw`\b(?:you need to understand|kindly (?:refrain|stop|note that abuse|spare|lower)|(?:stop|keep) (?:messaging|emailing|spamming|calling|ringing|asking|shouting|wasting|pestering)|kindly direct your|not be entertained|one more word|do not waste|don't waste|watch your (?:tone|language)|lower your (?:tone|voice|expectations))\b[^.!?\n]{0,50}`,
  String.raw`\b(?:congratulations,? (?:you|on finding)|well done you|aren't you (?:the )?lucky|lucky you|oopsie|whoopsie|wow,? okay|(?:do )?enlighten us|your (?:tantrum|drama)|insist on (?:complaining|shouting)|learn to read|use your head|look the word up|try being|nice try|jeez|what an essay|makes no sense|pointing fingers|good rant|(?:Sunday|day|week),? another|love to have your problems|how many ways there are|type slower|might never happen|thank you,? (?:professor|captain|sherlock)|open a window|shouting at (?:me|us)|not a helpline|allegations against|you poor thing|chose outrage|maybe (?:ask|answer|read|try|check)(?: \w+)? (?:ur|your|the|somebody|someone|next)|cheer up|let's not be silly|examine your own|did somebody not|whining|whinge\w{0,3}|moan(?:er|ing)|hysterics|being (?:a bit )?dramatic|what part of|even for you|not mind readers|better things to do|waste (?:of )?(?:my|our) time|feel free to take your (?:custom|business) elsewhere)\b[^.!?\n]{0,40}`,
];
const SCORNFUL_FACE = '[😂🤣🙄😅🙃🤷😜😏]';
const FACE = new RegExp(SCORNFUL_FACE, 'u');
const SCORN = new RegExp(SCORNFUL_WORDS.join('|'), 'giu');
/** Looks ahead for a face from everywhere, so it is for texts with a face in them. */
const SCORN_OR_FACE = new RegExp(
  [...SCORNFUL_WORDS, String.raw`[^.!?\n]{0,60}${SCORNFUL_FACE}`].join('|'),
  'giu',
);
const SHOUTED =
  /\b(?:YOU|YOUR|NOT|READ|NEVER|ALREADY|AGAIN|STOP|LAST|CANNOT)\b(?=[^\n]{0,60}\b(?:you|your|told|said|this|email|again)\b)/;

export const disrespectfulTone = defineFault({
  id: 'disrespectful-tone',
  title: 'The tone is disrespectful',
  why: 'How people are treated counts most for whether they stay. Sarcasm, scolding or cheer about their loss undoes the rest.',
  advice: 'Say the same thing plainly, or leave the sentence out. Read it once aloud before you send it.',
  sources: ['orsingher-2010', 'gelbrich-roschk-2011', 'seed-000', 'seed-001'],
  points: 20,
  level: 'critical',
  detect: ({ draft }) => {
    const shout = SHOUTED.exec(draft.prose);
    const shouted = shout ? citeAll(draft, new RegExp(`\\b${shout[0]}\\b`, 'g')).slice(0, 1) : [];
    const scorn = citeAll(draft, FACE.test(draft.prose) ? SCORN_OR_FACE : SCORN);
    return [...scorn, ...shouted].sort((a, b) => a.start - b.start);
  },
  examples: {
    flags: [
      '«Calm down», it is on its way.',
      '«For the last time», the shop is shut on Mondays.',
      '«Congratulations, you found the one cold plate».',
      '«Looks like your bag went on a holiday 😂»',
    ],
    passes: [
      'Oh no, what a rotten start to your day. I am sorry.',
      'Thanks for the photo 🙂 The new one left today.',
      "Please don't drive it before we have seen the brakes.",
      'I am on to the depot NOW and will ring by three.',
    ],
  },
  practice: {
    before:
      "I'm sorry we are three weeks late with your deposit. As I have told you twice already, it was paid today, so please stop ringing.",
    after:
      "I'm sorry we are three weeks late with your deposit. It was paid today, and you were right to keep ringing.",
  },
});
