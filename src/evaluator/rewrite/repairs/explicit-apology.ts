import type { Desk } from '../desk.ts';
import { apologyObject } from '../failure-words.ts';
import { decapitalise, replaceInProse } from '../grammar.ts';
import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { beSorry, inStyle } from '../voice.ts';
import { OWN, pick } from '../wording.ts';

const RULE = 'explicit-apology';
const REGRET =
  /^((?:we|i)) (?:\w+ly )?regret(?: (?:the|this|that|our|your)\b)(?!.{0,12}\b(?:inform|advise|say|tell|note)\b)/i;
const SORRY_NEWS =
  /\bsorry to (?:hear|read|know|learn|see|note)(?: about| of)? (?=(?:the|your|this)\b)(?!your loss)/i;
/** Our own act in the simple past at the head of a sentence: "We charged you twice". */
const OWN_ACT =
  /^(?:we|i) (?!(?:are|am|were|was|have|had|do|did|will|would|can|could|should|must|may|might|take|own|accept|bear|know|understand|see|think|hope|thank|feel|want|apologi\w+|regret|owe|promise|need|realise|realize|appreciate|value|just|only|then|also|got in touch|wanted|wrote to)\b)/i;

/** One plain apology at the top, aimed at the act where the draft names it. */
export const explicitApology: Repair = {
  rule: RULE,
  mend: (desk) => {
    if (desk.units.some(({ inserted, text }) => inserted && /\bsorry\b/i.test(text))) return;
    if (turnRegret(desk) || sorryForOwnAct(desk)) return;
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

/** "We regret the disruption" and "sorry to hear about the delay" become an apology for the same thing. */
function turnRegret(desk: Desk): boolean {
  for (const unit of desk.units) {
    if (!desk.editable(unit) || unit.inserted) continue;
    const turned = replaceInProse(
      replaceInProse(unit.text, REGRET, (words) =>
        words
          .replace(/(?:\w+ly )?regret/i, /^i\b/i.test(words) ? 'am sorry about' : 'are sorry about')
          .replace(/about that$/i, 'that'),
      ),
      SORRY_NEWS,
      'sorry about ',
    );
    if (turned === unit.text) continue;
    desk.replace(unit, turned, RULE);
    return true;
  }
  return false;
}

function sorryForOwnAct(desk: Desk): boolean {
  const first = desk.units.find((unit) => desk.editable(unit));
  if (first?.kind !== 'body' || !OWN_ACT.test(first.text) || first.text.includes('?')) return false;
  const owned = desk
    .spots('takes-responsibility')
    .some(({ unit, from }) => unit.id === first.id && from <= 2);
  if (!owned) return false;
  const sorry = desk.voice.small
    ? 'sorry'
    : beSorry({ ...desk.voice, person: /^i\b/i.test(first.text) ? 'I' : desk.voice.person });
  desk.replace(
    first,
    `${inStyle(sorry, desk.voice)}${desk.voice.small ? '' : ' sorry'} ${decapitalise(first.text)}`,
    RULE,
  );
  return true;
}
