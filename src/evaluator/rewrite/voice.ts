import type { Evaluation } from '../evaluate.ts';
import { signsAsPerson } from './frame.ts';
import type { Unit } from './unit.ts';

/** How the sender speaks, so that what is added sounds like them. */
export interface Voice {
  /** Who is sorry: one person or a company. */
  readonly person: 'I' | 'we';
  /** "I'm" rather than "I am". */
  readonly contracts: boolean;
  /** Sentences that begin small, as in many a text message. */
  readonly small: boolean;
  /** The curly apostrophe, if that is the one the draft uses. */
  readonly apostrophe: string;
}

export function voiceOf({ draft, context }: Evaluation, units: readonly Unit[]): Voice {
  const prose = draft.prose;
  const mine = count(prose, /\b(?:I|i'm|i've|i'll|me|my|mine)\b/g) + count(prose, /(?:^|[.!?]\s)(?:i)\b/gm);
  const ours = count(prose, /\b(?:we|us|our|ours)\b/gi);
  const signOff = units
    .filter(({ kind }) => kind === 'sign-off')
    .map(({ text }) => text)
    .join('\n');
  const official = ['status_page', 'incident_report'].includes(context.channel);
  const byPerson =
    !official &&
    (mine > 0 || context.sender_name !== undefined || (signOff !== '' && signsAsPerson(signOff)));
  const bodies = units.filter(({ kind, text }) => kind === 'body' && /^\p{L}/u.test(text));
  const small = bodies.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  return {
    person: byPerson || (ours === 0 && signOff === '' && !official) ? 'I' : 'we',
    contracts:
      /\w(?:'(?:m|re|ve|ll|d)|n't)\b/i.test(prose) ||
      (prose.length < 400 && !/\bdear\b|\b(?:I am|we are|do not|will not)\b/i.test(prose)),
    small: bodies.length > 0 && small * 2 > bodies.length,
    apostrophe: draft.text.includes('’') && !draft.text.includes("'") ? '’' : "'",
  };
}

/** "I'm", "we are": the beginning of an apology in the sender's voice. */
export const beSorry = ({ person, contracts }: Voice): string =>
  person === 'I' ? (contracts ? "I'm" : 'I am') : contracts ? "We're" : 'We are';

/** Fills the person into a wording: {I} by I or we, {us} by me or us. */
export function spoken(wording: string, voice: Voice, values: Readonly<Record<string, string>> = {}): string {
  const words = wording
    .replaceAll("{I}'ve", voice.person === 'I' ? "I've" : "we've")
    .replaceAll(/^\{I\}/g, voice.person === 'I' ? 'I' : 'We')
    .replaceAll('{I}', voice.person === 'I' ? 'I' : 'we')
    .replaceAll('{us}', voice.person === 'I' ? 'me' : 'us')
    .replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
  return inStyle(words, voice);
}

/** Apostrophes and small starts as the sender has them. */
export function inStyle(words: string, voice: Voice): string {
  const small = voice.small && !/^I\b/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  return small.replaceAll("'", voice.apostrophe);
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
