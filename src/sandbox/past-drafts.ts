/** What a draft of the last weeks may have said: in which share of drafts, from the first week to the last. */
interface Part {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const part = (from: number, to: number, text: string): Part => ({ text, from, to });

/** How a draft begins: with the first of these that it has, or else with a plain apology. */
const OPENINGS = [
  part(0.75, 0.25, "I'm sorry if the late delivery caused you any trouble."),
  part(0.4, 0.3, 'We apologise for any inconvenience caused.'),
];
const PLAIN_APOLOGY = "I'm sorry that your lamp came three days late. That was our mistake.";
const FAULTS = [
  part(0.35, 0.2, 'Our courier let us down.'),
  part(0.3, 0.2, 'Mistakes were made when your parcel was packed.'),
  part(0.3, 0.1, 'You will understand that this is a busy time of the year.'),
];
const VIRTUES = [
  part(0.35, 0.75, 'You had to read by candlelight for two evenings.'),
  part(0.75, 0.9, 'I have sent a new lamp this morning, and it will be with you on Thursday.'),
  part(0.15, 0.4, 'From now on two of us check every parcel before it is closed.'),
  part(0.3, 0.6, 'I will write to you on Thursday evening to make sure that it has arrived.'),
  part(0.3, 0.6, 'Thank you for telling us.'),
];

/** Multiples of an irrational number fill the unit interval evenly: shares come out right, without chance. */
const STEPS = [2, 3, 5, 7, 11, 13, 19, 23, 29, 31, 41].map(Math.sqrt);

/** The nth draft, written `share` (0 to 1) of the way through the weeks. Always the same. */
export function pastDraft(n: number, share: number): string {
  const has = ({ from, to }: Part, place: number): boolean =>
    (n * (STEPS[place] ?? 0)) % 1 < from + (to - from) * share;
  const opening = OPENINGS.find(has)?.text ?? PLAIN_APOLOGY;
  const rest = [...FAULTS, ...VIRTUES].filter((one, index) => has(one, index + 2));
  return letter([opening, ...rest.map(({ text }) => text)]);
}

/** What becomes of any of them once its writer has mended it. */
export const MENDED_DRAFT = letter([PLAIN_APOLOGY, ...VIRTUES.slice(0, 4).map(({ text }) => text)]);

function letter(sentences: readonly string[]): string {
  return `Dear Ms Okafor,\n\n${sentences.join(' ')}\n\nKind regards`;
}
