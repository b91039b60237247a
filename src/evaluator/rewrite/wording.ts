import { oncePer } from './once-per.ts';

/** Picks one of several wordings: the same draft always gets the same one. */
export function pick<T>(seed: number, salt: string, options: readonly [T, ...T[]]): T {
  return options[hash(salt, seed) % options.length] ?? options[0];
}

/** FNV-1a over UTF-16 units, 32 bits: enough to spread wordings, and the same on every machine. */
export function hash(text: string, basis = 0x811c9dc5): number {
  let value = basis >>> 0;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return (value ^ (value >>> 15)) >>> 0;
}

/** Words the rewrite may add of its own. None states a fact; none is a phrase that our rules flag. */
export const OWN = {
  apology: ['sorry about this', 'sorry for this', 'sorry'],
  thanks: [
    'Thank you for telling {us}.',
    'Thank you for letting {us} know.',
    'Thank you for raising this with {us}.',
  ],
  ownership: ['That was our mistake.', 'The mistake was ours.', 'This one is on us.'],
  sharedOwnership: [
    'Part of this was our mistake, and we own that part.',
    'We own our part in this.',
    'Our part in this is ours to own.',
  ],
  empathy: [
    '{I} can see how {feeling} that was.',
    '{I} understand how {feeling} this was.',
    '{I} know how {feeling} that was.',
  ],
  feeling: ['{I} can see why that was {feeling}.', '{I} understand why that was {feeling}.'],
  invite: [
    "Is there anything {I}'ve missed?",
    'Is there anything else that was not right?',
    'What else should {I} know about this?',
  ],
} as const satisfies Record<string, readonly [string, ...string[]]>;

/** What a person is told to have felt, as a quality of the thing that happened. */
export const FEELINGS: Readonly<Record<string, string>> = {
  upset: 'upsetting',
  frustrated: 'frustrating',
  disappointed: 'disappointing',
  annoyed: 'annoying',
  worried: 'worrying',
  confused: 'confusing',
  concerned: 'worrying',
  distressed: 'distressing',
};

/** Lead-ins of sentences that the rewrite starts and the sender finishes. */
export const LEAD_INS = {
  'takes-responsibility': ['Our part in this: ', 'On our side: '],
  'repair-offer': ['Here is what {I} will do: ', 'What {I} will do now: '],
  'prevention-step': ['From now on: ', 'What changes now: '],
  'brief-explanation': ['Why it happened: ', 'What caused it: '],
  'follow-up': ['What happens next: ', 'After that: '],
  'empathy-impact': ['For you, that meant: ', 'What it meant for you: '],
} as const satisfies Record<string, readonly [string, ...string[]]>;

/** The same in a chat message, where every word counts (the rubric's short profile ends at 40). */
export const SHORT_LEAD_INS: Readonly<Partial<Record<keyof typeof LEAD_INS, string>>> = {
  'takes-responsibility': 'Our part: ',
  'repair-offer': 'Next: ',
};

/** All words of our own wordings, for the check that nothing else was added. */
export const OWN_WORDS: ReadonlySet<string> = new Set(
  [...Object.values(OWN).flat(), ...Object.values(LEAD_INS).flat(), ...Object.values(FEELINGS)]
    .join(' ')
    .concat(
      ' next us me i we im i’m we’re am are is it that this about for to the a an by on will be in touch with you check right write what happened problem made put was ours our my some of get and sorry happening there',
    )
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [],
);

const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  ...LEAD_INS,
  'thanks-customer': OWN.thanks,
  'empathy-impact': [...LEAD_INS['empathy-impact'], ...OWN.empathy, ...OWN.feeling],
  'repair-offer': [...LEAD_INS['repair-offer'], 'Next: '],
  'takes-responsibility': [
    'Our part: ',
    ...LEAD_INS['takes-responsibility'],
    ...OWN.ownership,
    ...OWN.sharedOwnership,
  ],
};

/** Whether a text already holds one of our sentences for a part: filled in and sent back, it is not asked again. */
export function saidBefore(rule: string, text: string): boolean {
  const wordings = VARIANTS[rule];
  if (wordings === undefined) return false;
  const plain = text.replaceAll('’', "'");
  return patternsOf(wordings).some((pattern) => pattern.test(plain));
}

const ANSWERED = [...Object.values(LEAD_INS).flat(), SHORT_LEAD_INS['takes-responsibility'] ?? ''];

/**
 * Whether a text has been through a rewrite before: it holds one of our lead-ins, with an answer behind it.
 * Whoever answered four questions is not asked four more.
 */
export const answeredBefore = (text: string): boolean =>
  patternsOf(ANSWERED).some((pattern) => pattern.test(text));

const patternsOf = oncePer((wordings: readonly string[]): readonly RegExp[] => wordings.map(patternOf));

function patternOf(wording: string): RegExp {
  const source = wording
    .trim()
    .replace(/[.?]/g, '\\$&')
    .replaceAll('{I}', '(?:I|we)')
    .replaceAll('{us}', '(?:me|us)')
    .replaceAll('{feeling}', '[a-z]+');
  return new RegExp(source, 'i');
}
