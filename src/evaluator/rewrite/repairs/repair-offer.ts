import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { spoken } from '../voice.ts';

const RULE = 'repair-offer';

/** What was promised already, in the context's words; otherwise a question with what may be offered. Never a new remedy. */
export const repairOffer: Repair = {
  rule: RULE,
  mend: (desk) => {
    const lead = desk.leadIn(RULE);
    const { promises = [], authority = [] } = desk.given;
    if (promises.length > 0) {
      const said = promises.map(
        ({ what, by }) =>
          `${what.trim().replace(/[.!]+$/, '')} by ${by
            .trim()
            .replace(/^by /i, '')
            .replace(/[.!]+$/, '')}`,
      );
      return insertPart(desk, RULE, spoken(`${lead}${said.join('; ')}.`, desk.voice));
    }
    const slot = desk.blank(
      RULE,
      authority.length > 0 ? { hint: `You may offer: ${authority.join(', ')}.` } : {},
    );
    if (slot) insertPart(desk, RULE, spoken(`${lead}${slot}.`, desk.voice));
  },
};
