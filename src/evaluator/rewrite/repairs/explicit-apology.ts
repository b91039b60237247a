import type { Desk } from '../desk.ts';
import { apologyObject } from '../failure-words.ts';
import { decapitalise, replaceAllInProse } from '../grammar.ts';
import { oncePer } from '../once-per.ts';
import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import type { Unit } from '../unit.ts';
import { beSorry, inStyle } from '../voice.ts';
import { OWN, pick } from '../wording.ts';

const RULE = 'explicit-apology';
const REGRET =
  /^((?:we|i)) (?:\w+ly )?regret(?: (?:the|this|that|our|your)\b)(?!.{0,12}\b(?:inform|advise|say|tell|note)\b)/i;
const SORRY_NEWS =
  /\bsorry to (?:hear|read|know|learn|see|note)(?: about| of)? (?=(?:the|your|this)\b)(?!.{0,12}\b(?:loss|letter|e-?mail|message|note|news|review|feedback|complaint|comments?|request|decision)\b)/i;
/** Our own act in the simple past at the head of a sentence: "We charged you twice". */
const OWN_ACT =
  /^(?:we|i) (?!(?:are|am|were|was|have|had|do|did|will|would|can|could|should|must|may|might|take|own|accept|bear|know|understand|see|think|hope|thank|feel|want|apologi\w+|regret|owe|promise|need|realise|realize|appreciate|value|just|only|then|also|got in touch|wanted|wrote to)\b)/i;

/** A thing of the reader's or ours as the subject of what went wrong. */
const THING =
  /^(?:your|the|our) (?!(?:good|best)\b)[^,;:?]{2,60}? (?:was|were|wasn't|weren't|isn't|aren't|came|did|didn't|don't|doesn't|went|arrived|reached|failed|broke|fell|got|had|hadn't|ran|stopped|never|left|couldn't)\b(?!.*\b(?:now|again|back|refunded|fixed|sorry|but|however|if|because|since|due to|as you)\b)/i;
/** A longer sentence says more than an apology can take as its object (words). */
const LONGEST_OBJECT = 24;

/** One plain apology at the top, aimed at the act where the draft names it. */
export const explicitApology: Repair = {
  rule: RULE,
  mend: (desk) => {
    if (desk.units.some(({ by, text }) => by.length > 0 && /\bsorry\b/i.test(text))) return;
    if (turnRegret(desk) || sorryForWhatHappened(desk)) return;
    const object = apologyObject(desk, 'sorry', null);
    const plain = pick(desk.seed, 'apology', OWN.apology);
    const words = object ? `sorry${object}` : plain;
    insertPart(
      desk,
      RULE,
      inStyle(`${desk.voice.small ? words : `${beSorry(desk.voice)} ${words}`}.`, desk.voice),
    );
  },
};

const regretTurned = oncePer(({ text }: Unit) => ({
  turned: replaceAllInProse(text, [
    [
      REGRET,
      (words) =>
        words
          .replace(/(?:\w+ly )?regret/i, /^i\b/i.test(words) ? 'am sorry about' : 'are sorry about')
          .replace(/about that$/i, 'that'),
    ],
    [SORRY_NEWS, 'sorry about '],
  ]),
}));

/** "We regret the disruption" and "sorry to hear about the delay" become an apology for the same thing. */
function turnRegret(desk: Desk): boolean {
  for (const unit of desk.units) {
    if (!desk.editable(unit) || unit.inserted) continue;
    const { turned } = regretTurned(unit);
    if (turned === unit.text) continue;
    desk.replace(unit, turned, RULE);
    return true;
  }
  return false;
}

/** "Your sofa came nine days late" → "I'm sorry your sofa came nine days late": the failure as the draft states it. */
function sorryForWhatHappened(desk: Desk): boolean {
  const first = desk.units.find((unit) => desk.editable(unit));
  if (first?.kind !== 'body' || first.inserted || !/[.!]$/.test(first.text)) return false;
  if (
    first.text.split(/\s+/).length > LONGEST_OBJECT ||
    !(OWN_ACT.test(first.text) || THING.test(first.text))
  )
    return false;
  const named = desk.spots(OWN_ACT.test(first.text) ? 'takes-responsibility' : 'specific-acknowledgement');
  if (!named.some(({ unit, from }) => unit.id === first.id && from <= 2)) return false;
  const person = /^i\b/i.test(first.text) ? 'I' : desk.voice.person;
  const sorry = desk.voice.small ? 'sorry' : `${beSorry({ ...desk.voice, person })} sorry`;
  const words = `${inStyle(sorry, desk.voice)} ${decapitalise(first.text)}`;
  desk.replace(first, /^\p{Ll}/u.test(first.text) && !desk.voice.small ? decapitalise(words) : words, RULE);
  return true;
}
