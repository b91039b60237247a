import type { Desk } from '../desk.ts';
import { replaceInProse } from '../grammar.ts';
import type { Repair } from '../repair.ts';

const RULE = 'personal-voice';
const WE_ARE_SORRY = /\bwe(?: are|'re) (?=(?:\w+ )?sorry\b)/i;
const WE_APOLOGISE = /\bwe (?=(?:\w+ly )?apologi[sz]e\b)/i;

/** The apology in the first person, where a person sends it; else their name and the reader's, if the context has both. */
export const personalVoice: Repair = {
  rule: RULE,
  mend: (desk) => {
    if (desk.units.some(({ inserted, text }) => inserted && /(?:^|\s)I\b/.test(text))) return;
    if (desk.voice.person === 'I' && sayI(desk)) return;
    addNames(desk);
  },
};

function sayI(desk: Desk): boolean {
  const unit = desk.units.find(
    (one) => desk.editable(one) && (WE_ARE_SORRY.test(one.text) || WE_APOLOGISE.test(one.text)),
  );
  if (!unit) return false;
  const text = replaceInProse(
    replaceInProse(unit.text, WE_ARE_SORRY, (words) => (words.includes("'") ? "I'm " : 'I am ')),
    WE_APOLOGISE,
    'I ',
  );
  if (text === unit.text) return false;
  desk.replace(unit, text, RULE);
  return true;
}

function addNames(desk: Desk): void {
  const { customer_name: reader, sender_name: sender } = desk.given;
  const text = desk.text;
  if (sender === undefined || (reader === undefined && !desk.units.some(({ kind }) => kind === 'greeting')))
    return;
  if (reader !== undefined && !text.includes(reader)) {
    if (desk.units.some(({ kind }) => kind === 'greeting')) return;
    const first = desk.units[0];
    desk.insert(0, '', `Hi ${reader},`, RULE);
    if (first) desk.setGap(first, ' ');
  }
  if (!text.includes(sender)) desk.insert(desk.units.length, text.includes('\n') ? '\n' : ' ', sender, RULE);
}
