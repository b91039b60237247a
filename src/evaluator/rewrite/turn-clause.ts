import { decapitalise } from './grammar.ts';

/** Participles whose past tense differs; every other one is its own past ("charged", "sent", "put"). */
const PAST: Readonly<Record<string, string>> = {
  given: 'gave',
  taken: 'took',
  broken: 'broke',
  forgotten: 'forgot',
  written: 'wrote',
  driven: 'drove',
  chosen: 'chose',
  shown: 'showed',
  stolen: 'stole',
  thrown: 'threw',
  torn: 'tore',
  done: 'did',
  begun: 'began',
};
/** Participles of things that nobody does to a thing on purpose, or that are states: not turned. */
const STATES =
  /^(?:delayed|affected|concerned|involved|interested|located|based|closed|open|disappointed|supposed|meant|due|unhappy|married|tired|allowed|expected|born|required|needed|known|injured)$/i;
const IRREGULAR =
  '(?:sent|lost|left|put|made|sold|told|cut|shut|read|held|kept|given|taken|broken|forgotten|written|driven|thrown|torn|mislaid|misread|set|let|built|fed|paid|laid|shown|done)';
const PASSIVE = new RegExp(
  String.raw`^((?:your|the|a|an|this|that|these|those|some|two|three|four|five|one|\d[\d,]*|mistakes?|errors?|payslips?|papers)\b[^,.;:!?]{0,60}?) (?:was|were|got) ((?:\w+ly )?)((?:mis|double[- ]|over|under)?(?:\p{L}{3,}ed|${IRREGULAR}))\b(?! by\b)(.*)$`,
  'isu',
);

/**
 * "Your parcel was left in the rain" → "We left your parcel in the rain". `null` where the sentence is not
 * a plain passive. Says nothing about whether it was ours: the caller knows.
 */
export function turnClause(sentence: string): string | null {
  const match = PASSIVE.exec(sentence);
  if (!match) return null;
  const [, thing = '', adverb = '', participle = '', rest = ''] = match;
  if (
    STATES.test(participle) ||
    /\b(?:which|who|that|when|where)\b/i.test(thing) ||
    /\b(?:not|never)\b/i.test(thing)
  )
    return null;
  const verb = PAST[participle.toLowerCase()] ?? participle.toLowerCase();
  return `We ${adverb}${verb} ${decapitalise(thing)}${rest}`;
}

/** The verbs a turned clause may bring in, for the check that nothing else was added. */
export const TURNED_VERBS: readonly string[] = Object.values(PAST);
