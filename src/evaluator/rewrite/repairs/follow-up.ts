import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { inStyle } from '../voice.ts';

const RULE = 'follow-up';
const HAS_PREPOSITION =
  /^(?:on|by|at|in|before|after|next|this|tomorrow|today|tonight|within|every|once|when|as)\b/i;

/** Who gets in touch and when, from the context; otherwise a slot. */
export const followUp: Repair = {
  rule: RULE,
  mend: (desk) => {
    const { follow_up_on: day, owner } = desk.given;
    if (day !== undefined) {
      const when = HAS_PREPOSITION.test(day.trim()) ? day.trim() : `on ${day.trim()}`;
      const who = owner?.trim() ?? (desk.voice.person === 'I' ? 'I' : 'We');
      return insertPart(
        desk,
        RULE,
        inStyle(
          `${who} will get in touch with you ${when.replace(/[.!]+$/, '')} to check that this is right.`,
          desk.voice,
        ),
      );
    }
    const slot = desk.blank(RULE);
    if (slot) insertPart(desk, RULE, inStyle(`${desk.leadIn(RULE)}${slot}.`, desk.voice));
  },
};
