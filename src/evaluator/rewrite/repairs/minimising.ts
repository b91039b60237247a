import { replaceInProse } from '../grammar.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';

const RULE = 'minimising';
/** Words that shrink what follows: they go, the noun or the adjective stays. */
const SHRINKS: readonly [RegExp, string][] = [
  [
    /\b(?:just |only )?a (?:very |relatively )?(?:small|limited|tiny) (?:number|subset|minority|fraction|handful) of /gi,
    'some ',
  ],
  [/\b(?:just |only )?a few (?=\p{L}+ (?:were|had|got|was)\b)/giu, 'some '],
  [
    /\b(?:just |only )?(?:(?:a )?(?:tiny|teeny|wee|little|slight) ?bit (?:of )?(?:a )?|a bit (?:of )?(?:a )?|a little (?=\p{L}+(?:\s|[,.!?]))|a tad |slightly |somewhat )/giu,
    '',
  ],
  [
    /\b(?:small|slight|minor|brief|short|tiny|teeny|little|momentary|temporary|trivial|quick|mere|isolated|cosmetic) (?=\p{L})/giu,
    '',
  ],
  [/\b(?:glitch|hiccup|blip|snag)\b/gi, 'problem'],
  [/\b(?:just|merely|simply|only) (?=(?:a|an|the|one|two|late|some|\d)\b)/gi, ''],
];
const SHRUG =
  /\b(?:happens?|mistakes|everyone|everybody|no harm|end of the world|no big deal|perfectly normal|nothing major|rare(?:ly)?|isolated|only human|usually|normally|typical)\b/i;

/** Deletes the shrinking word; a sentence that only shrugs goes as a whole. */
export const minimising: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const spot of desk.spots(RULE).toReversed()) {
      if (!desk.editable(spot.unit)) continue;
      let words = spot.quote;
      for (const [pattern, to] of SHRINKS)
        words = replaceInProse(words, pattern, (match) => (/\bof a $/i.test(match) ? 'a ' : to));
      const text = spot.unit.text.slice(0, spot.from) + words + spot.unit.text.slice(spot.to);
      if (words !== spot.quote && !SHRUG.test(spot.quote) && /\p{L}/u.test(words))
        desk.replace(spot.unit, withArticle(text), RULE);
      else takeOut(desk, spot, RULE, false);
    }
  },
};

/** "a a problem", "was problem" after a deletion. */
const withArticle = (text: string): string =>
  text
    .replace(/\b(a|an|the) (?:a|an) /gi, '$1 ')
    .replace(/\b(was|is|had|with) (?=(?:problem|delay|mistake|error)\b)/gi, '$1 a ');
