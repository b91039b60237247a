import type { Desk } from '../desk.ts';
import { apologyObject } from '../failure-words.ts';
import { replaceInProse } from '../grammar.ts';
import { insertAfter } from '../place.ts';
import type { Spot } from '../read-findings.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';
import { spoken } from '../voice.ts';
import { FEELINGS, OWN, pick } from '../wording.ts';

const RULE = 'sorry-you-feel';
/** "sorry you were unhappy with the room": the thing behind the feeling. */
const WITH_THING =
  /\b(sorry|apolog(?:ies|i[sz]e))(?: to (?:hear|read|learn|see|know))?(?: for)?(?: that| if| to)? (?:you(?:'re|'ve| are| were| have been| felt| feel)?|your)(?: (?:so|very|still|feeling|been|left|not happy|not satisfied))* (?:unhappy|upset|disappointed|frustrated|dissatisfied|annoyed|concerned|displeased|angry|disappointment|frustration|dissatisfaction|not happy|not satisfied|unimpressed|(?:weren't|are not|were not) (?:happy|satisfied|thrilled)|took exception|(?:weren't|wasn't|are not|were not) (?:happy|satisfied|thrilled)) (?:with|about|by|at|over|to) (?=(?:the|your|our|how|this|that|\p{Lu}|\p{L}+'s)\b)/iu;
const FEELING_CLAUSE = /\b(sorry|apolog(?:ies|i[sz]e))(?: to (?:hear|read|learn|see|know))?\b[^.!?;,\n]*/i;

/** Moves the apology from the feeling to the act, and keeps the feeling as something understood. */
export const sorryYouFeel: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const spot of desk.spots(RULE).toReversed()) mend(desk, spot);
  },
};

function mend(desk: Desk, spot: Spot): void {
  const { unit } = spot;
  if (!desk.editable(unit)) return;
  if (WITH_THING.test(unit.text)) {
    const rest = replaceInProse(
      unit.text,
      WITH_THING,
      (words) =>
        `${/sorry|apolog\w+/i.exec(words)?.[0] ?? 'sorry'} ${/sorry/i.test(words) ? 'about' : 'for'} `,
    );
    if (rest !== unit.text) {
      understand(desk, unit.id, spot, rest);
      return;
    }
  }
  const clause = FEELING_CLAUSE.exec(unit.text);
  if (!clause || clause.index > spot.to) {
    takeOut(desk, spot, RULE, true);
    return;
  }
  const within = { ...spot, from: clause.index, to: clause.index + clause[0].length };
  const verb = /sorry/i.test(clause[1] ?? '') ? 'sorry' : 'apologise';
  const object = apologyObject(desk, verb, within) || (verb === 'sorry' ? '' : ' for this');
  const rest = replaceInProse(unit.text, FEELING_CLAUSE, () => `${clause[1] ?? 'sorry'}${object}`);
  if (rest === unit.text) takeOut(desk, spot, RULE, true);
  else understand(desk, unit.id, spot, rest);
}

/** Replaces the sentence; a feeling the draft named becomes understood, if nothing else says so. */
function understand(desk: Desk, id: number, spot: Spot, rest: string): void {
  const named = /\b(?:upset|frustrated|disappointed|annoyed|worried|confused|concerned|distressed)\b/i
    .exec(spot.unit.text)?.[0]
    .toLowerCase();
  desk.replace(spot.unit, rest, RULE);
  const feeling = named ? FEELINGS[named] : undefined;
  const unit = desk.units.find((one) => one.id === id);
  if (
    !feeling ||
    !unit ||
    desk.has('empathy-impact') ||
    !desk.latest.score.missing.includes('empathy-impact')
  )
    return;
  insertAfter(
    desk,
    unit,
    spoken(pick(desk.seed, 'feeling', OWN.feeling), desk.voice, { feeling }),
    'empathy-impact',
  );
}
