import { citeClauses } from '../../draft.ts';
import { cite, type Evidence } from '../../evidence.ts';
import { defineComponent, type Reading } from '../../rule.ts';

const FIRST_PERSON =
  /(?:\b(?:I|I'm|I've|I'll|I'd|im|ive|i'm|i've|i'll|i'd|my|My|MY|mine|Mine|me|Me|myself|MYSELF)\b|(?:^|[\s,(])i(?= [a-z]))/;
const FORMULA =
  /\b(?:i am writing (?:to|with|in|regarding)|i write (?:to|with)|i trust (?:this|that|you)|i hope (?:this|you are|that you are|you're) (?:finds|well|email|message)|i refer to|i look forward to|my (?:name is) ?$|remain,? sir)\b/i;
const GREETING =
  /^\W*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|morning|afternoon)?,? ?(?:mr|mrs|ms|miss|dr|prof)?\.? ?(\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?)\s*[,!:–—-]/u;
const NO_NAME =
  /^(?:Sir|Madam|Customer|Guest|User|All|Team|There|Resident|Member|Valued|Sirs|Everyone|Sorry|Hi|Hello|Hey|Thanks|Thank|Please|Dear|Unfortunately|We|The|Yes|No|Today|Ref)\b/;
const SIGNATURE = /(?:^|[\s–—-])(\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}.]*){0,2})(?:, [^.!?\n]{2,60})?\s*$/u;
const TEAM =
  /\b(?:team|support|services?|relations|department|desk|care|office|management|group|customer)\b/i;

/** The customer's name at the top and a human one at the bottom make it personal without an *I*. */
function namesAtBothEnds({ draft }: Reading): Evidence[] {
  const first = draft.clauses[0];
  const last = draft.clauses.at(-1);
  const name = draft.prose.trimStart().match(GREETING)?.[1];
  if (!first || !last || first === last || name === undefined || NO_NAME.test(name)) return [];
  const lastLine = draft.prose.trimEnd().split('\n').at(-1) ?? '';
  if (!SIGNATURE.test(lastLine) || TEAM.test(last.words)) return [];
  return [cite(draft.text, first.start, first.end)];
}

export const personalVoice = defineComponent({
  id: 'personal-voice',
  title: 'A person speaking',
  missing: 'No person is speaking',
  why: 'People trust somebody who says "I" more than an office. It shows that a person cares and can act.',
  advice: 'Say "I" once for what you yourself did or will do, and sign with your name.',
  sources: ['packard-2018', 'decock-2020', 'kapes-2022', 'seed-000', 'seed-002', 'seed-003'],
  weight: 3,
  detect: (reading) => {
    const spoken = citeClauses(
      reading.draft,
      ({ words }) => FIRST_PERSON.test(words) && !FORMULA.test(words),
    );
    return spoken.length > 0 ? spoken.slice(0, 1) : namesAtBothEnds(reading);
  },
  examples: {
    present: [
      '«I packed it myself».',
      '«My apologies».',
      'The refund has gone out and «I checked it».',
      '«It is me who should have called».',
    ],
    absent: [
      'We at Fernhill apologise.',
      'I am writing with reference to your claim.',
      'Dear Customer, the fee has been refunded. The Support Team',
      'You wrote: "I was told to wait."',
    ],
  },
  practice: {
    before:
      'Dear customer, we apologise for sending your March bill twice. We have cancelled the second one.',
    after: "Dear Priya, I'm sorry we sent your March bill twice. I have cancelled the second one.",
  },
});
