import type { Desk } from '../desk.ts';
import { apologyObject } from '../failure-words.ts';
import { replaceInProse } from '../grammar.ts';
import type { Spot } from '../read-findings.ts';

const HARM =
  '(?:inconveniences?|trouble|troubles|bother|confusion|hassle|disruption|discomfort|upset|issues?|problems?|difficult(?:y|ies)|delays?|misunderstanding|errors?|mistakes?|frustration)';
const CAUSED = `(?: (?:that |which |this |it )?(?:may |might |could |has |have |had )*(?:been )?(?:caused?|experienced|faced|occurred|created|brought)(?: (?:to )?(?:you|u))?| (?:you|u) (?:may |might )?(?:have |had )?(?:faced|experienced|had)| this (?:may |might )?(?:have |has )?caused?(?: (?:to )?you)?)?`;
/** "sorry for any inconvenience (this may have caused) (by X)": the object of the apology is a formula. */
const OBJECT = new RegExp(
  String.raw`\b(sorry|apolog(?:y|ies|i[sz]e)|regret)( (?:unreservedly|sincerely|deeply))?(?: (?:for|about|4))? (?:(?:any|all|the|this|your)(?: (?:and all|delay and|possible|potential|resulting|great|undue|further))? ${HARM})${CAUSED}( (?:by|due to|with|from|around|at|during) (?=\p{L}))?`,
  'iu',
);
/** Only a failure can be apologised for: "for yesterday's outage", not "for your order". */
const FAILURE =
  /^(?!(?:you|u)\b).*\b(?:outages?|disruptions?|delays?|errors?|mistakes?|failures?|cancellations?|closures?|noise|breakdowns?|downtime|leaks?|wait|mix-?ups?|overcharg\w+|double charg\w+|shortages?|strikes?|faults?)\b/i;
const FORMULA = /\b(?:any|inconvenience)/i;

/** Whether the evidence is such a formula in an apology. */
export const isStockObject = ({ unit, quote, from }: Spot): boolean => {
  const match = OBJECT.exec(unit.text);
  return (
    match !== null &&
    FORMULA.test(match[0]) &&
    FORMULA.test(quote) &&
    match.index <= from + quote.length &&
    from <= match.index + match[0].length
  );
};

/** Puts the failure in the formula's place: the words behind "caused by", the context's, a slot, or nothing. */
export function mendStockObject(desk: Desk, spot: Spot, rule: string): void {
  const { unit } = spot;
  const match = OBJECT.exec(unit.text);
  if (!match) return;
  const word = match[1] ?? 'sorry';
  const cause = match[3];
  const pointed =
    cause !== undefined &&
    /by|due to/.test(cause) &&
    FAILURE.test(/^[^.!?;\n]*/.exec(unit.text.slice(match.index + match[0].length))?.[0] ?? '');
  const object = pointed
    ? ' for '
    : apologyObject(desk, /sorry/i.test(word) ? 'sorry' : 'apologise', {
        ...spot,
        from: match.index,
        to: match.index + match[0].length,
      });
  const kept = /regret/i.test(word)
    ? regretAs(unit.text.slice(0, match.index), desk)
    : word + (match[2] ?? '');
  // "caused by you not being in": what blames the reader goes to the end of the clause.
  const onReader = cause !== undefined && !pointed && /by|due to/.test(cause);
  const pattern = onReader ? new RegExp(`${OBJECT.source}[^.!?;\\n]*`, 'iu') : OBJECT;
  const tail = pointed || onReader || cause === undefined ? '' : cause;
  desk.replace(
    unit,
    replaceInProse(unit.text, pattern, () => `${kept}${object || (tail ? '' : ' for this')}${tail}`),
    rule,
  );
}

/** "We regret" becomes "We apologise" in the sender's spelling. */
const regretAs = (before: string, desk: Desk): string =>
  /\b(?:we|i)\s+(?:\w+ly )?$/i.test(before) ? desk.apologise : 'Sorry';
