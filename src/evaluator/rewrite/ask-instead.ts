import { isHeavy } from '../rule.ts';
import type { Desk } from './desk.ts';
import { MAX_BLANKS } from './desk.ts';
import { insertAfter } from './place.ts';

const SLOT = '[what you would rather say here]';

/**
 * Where a heavy fault could not be taken out, because too much would go with it or the rules read the rest
 * as another fault, its sentence stays and a question says why it should change.
 */
export function askInstead(desk: Desk): void {
  for (const rule of desk.rules.filter(isHeavy)) {
    const spot = desk.spots(rule.id).find(({ unit }) => unit.text !== '');
    if (!spot || desk.asked(rule.id)) continue;
    desk.dropLightestBlank(MAX_BLANKS - 1);
    const number = desk
      .openBlanks()
      .filter((blank) => blank.text.startsWith('[what you would rather')).length;
    const blank = number === 0 ? SLOT : SLOT.replace('here', `here, ${number + 1}`);
    const slot = desk.blank(rule.id, { blank, question: `“${spot.quote.trim()}”: ${rule.advice}` });
    if (slot) insertAfter(desk, spot.unit, `${slot}.`, rule.id);
  }
}
