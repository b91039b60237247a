import type { Desk } from '../desk.ts';
import { asSentence, isClause } from '../failure-words.ts';
import { decapitalise, replaceInProse } from '../grammar.ts';
import { insertAfter, insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import type { Unit } from '../unit.ts';
import { beSorry, inStyle } from '../voice.ts';

const RULE = 'specific-acknowledgement';
const VAGUE =
  '(?:issues?|problems?|mix-?up|situation|experience|matter|trouble|incident|mistake|error|inconvenience|disruption|confusion|mess|hiccup|glitch)';
/** "sorry about the mix-up": the noun that the failure takes the place of. */
const VAGUE_OBJECT = new RegExp(
  String.raw`\b(sorry|apolog(?:y|ies|i[sz]e))( (?:about|for)) (?:the|this|that|your|our|any|all the) (?:\w+ )?${VAGUE}\b`,
  'i',
);
const BARE = /\b(sorry|apologi[sz]e|apologies)(?: (?:about|for) (?:this|that|it))?(?=\s*(?:[.!]|$))/i;

/** Says what went wrong in the context's words, or leaves a slot where the apology names nothing. */
export const specificAcknowledgement: Repair = {
  rule: RULE,
  mend: (desk) => {
    const known = desk.given.what_happened;
    if (known !== undefined && !desk.says(known.trim().replace(/[.!]+$/, '')))
      return sayWhatHappened(desk, known);
    if (known !== undefined || desk.asked(RULE)) return;
    const apology = apologyUnit(desk);
    const slot = desk.blank(RULE, {
      hint: apology && !completes(apology.text) ? '' : 'It follows “sorry about …”.',
    });
    if (!slot) return;
    if (!apology)
      return insertPart(
        desk,
        'explicit-apology',
        inStyle(`${beSorry(desk.voice)} sorry about ${slot}.`, desk.voice),
        RULE,
      );
    const completed = complete(apology.text, slot);
    if (completed !== null) desk.replace(apology, completed, RULE);
    else insertAfter(desk, apology, `What went wrong: ${slot}.`, RULE);
  },
};

function sayWhatHappened(desk: Desk, known: string): void {
  const apology = apologyUnit(desk);
  const words = known.trim().replace(/[.!]+$/, '');
  if (isClause(words) || /[.!?\n]/.test(words)) {
    if (apology) insertAfter(desk, apology, asSentence(words), RULE);
    else if (/^(?:we|i) /i.test(words) && !/[.!?\n]/.test(words))
      insertPart(
        desk,
        'explicit-apology',
        inStyle(`${beSorry(desk.voice)} sorry that ${decapitalise(words)}.`, desk.voice),
        RULE,
      );
    else insertPart(desk, RULE, asSentence(words));
    return;
  }
  const completed = apology ? complete(apology.text, decapitalise(words)) : null;
  if (apology && completed !== null) desk.replace(apology, completed, RULE);
  else if (apology) insertAfter(desk, apology, `What happened: ${words}.`, RULE);
  else
    insertPart(
      desk,
      'explicit-apology',
      inStyle(`${beSorry(desk.voice)} sorry about ${decapitalise(words)}.`, desk.voice),
      RULE,
    );
}

const completes = (text: string): boolean => VAGUE_OBJECT.test(text) || BARE.test(text);

/** Puts words behind "sorry about" or "apologise for"; `null` where the sentence has no place for them. */
function complete(text: string, words: string): string | null {
  const vague = replaceInProse(text, VAGUE_OBJECT, (match) =>
    match.replace(VAGUE_OBJECT, `$1$2 ${words.replaceAll('$', '$$$$')}`),
  );
  if (vague !== text) return vague;
  const bare = replaceInProse(
    text,
    BARE,
    (match) => `${/^\p{L}+/u.exec(match)?.[0] ?? match} ${/^sorry/i.test(match) ? 'about' : 'for'} ${words}`,
  );
  return bare === text ? null : bare;
}

const apologyUnit = (desk: Desk): Unit | undefined =>
  desk.units.find((unit) => unit.text !== '' && unit.inserted && unit.by.includes('explicit-apology')) ??
  desk.spots('explicit-apology').find(({ unit }) => desk.editable(unit))?.unit;
