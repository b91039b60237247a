import type { FullContext } from './context.ts';
import type { Evaluation } from './evaluate.ts';
import type { Advisory, Finding } from './review.ts';

/** What an advisory may look at: the evaluation and the time of the review (ISO 8601), if it is known. */
interface Situation extends Evaluation {
  readonly now: string | undefined;
}

/**
 * The flags of the rubric, section 4: they cost no points and never block. Each returns its sentence,
 * or nothing.
 */
const FLAGS: readonly [Advisory['flag'], (situation: Situation) => string | undefined][] = [
  ['language', language],
  ['legal-review', legalReview],
  ['integrity', integrity],
  ['privacy', privacy],
  ['not-authorised', notAuthorised],
  ['late', late],
  ['unnoticed', unnoticed],
  ['repeat', repeat],
  ['unheard', unheard],
  ['order', order],
];

/** The advisories of a draft, in the order they should be read. */
export function adviseOn(evaluation: Evaluation, now?: string): Advisory[] {
  return FLAGS.slice(0, evaluation.otherLanguage ? 1 : undefined).flatMap(([flag, say]) => {
    const message = say({ ...evaluation, now });
    return message === undefined ? [] : [{ flag, message }];
  });
}

const evidenceOf = (findings: readonly Finding[], rule: string) =>
  findings.find((finding) => finding.rule === rule)?.evidence ?? [];

function language({ otherLanguage }: Situation): string | undefined {
  return otherLanguage
    ? 'This does not seem to be written in English, and I read English only so far. I have judged nothing in it.'
    : undefined;
}

const LEGAL =
  /\b(?:injur(?:y|ies|ed)|infect(?:ion|ed)|unsafe|safety (?:incident|risk|issue)|hospital(?:ised|ized)?|data breach|breach of (?:data|contract|confidence)|personal data|discriminat\w{1,8}|negligen(?:t|ce)|liab(?:le|ility)|compensation claim|solicitor|lawyer|allergic reaction|food poisoning|misdiagnos\w{1,5}|wrong (?:dose|medication|medicine))\b/i;

function legalReview({ context, draft }: Situation): string | undefined {
  return context.sensitive === true || context.failure_type === 'safety' || LEGAL.test(draft.prose)
    ? 'Someone with authority should read this before it goes out.'
    : undefined;
}

const INTEGRITY =
  /\b(?:lied to|misled you|deceiv\w{1,4}|conceal\w{0,4}|cover(?:ed)? (?:it|this) up|hid (?:it|this|the)|discriminat\w{1,8}|racis[tm]|sexis[tm]|harass\w{0,5}|stole|theft by|falsif\w{1,5}|forged|backdated)\b/i;

function integrity({ draft }: Situation): string | undefined {
  return INTEGRITY.test(draft.prose)
    ? 'An ordinary service apology will not do for this; involve a senior person.'
    : undefined;
}

const CARD_OR_ACCOUNT = /(?<![\d*])(?:\d[ -]?){13,19}(?!\d)|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b/;
const OTHER_CUSTOMER =
  /\banother (?:customer|guest|patient|client|passenger|tenant),? (?:called |named )?(?:Mr|Mrs|Ms|Dr|[A-Z]\p{Ll}+ [A-Z]\p{Ll}+)/u;
const NAMED_STAFF =
  /\b(?:our|the) (?:new )?(?:barista|driver|engineer|nurse|agent|colleague|waiter|receptionist|technician),? [A-Z]\p{Ll}+/u;

function privacy({ draft, findings }: Situation): string | undefined {
  const namesStaff = evidenceOf(findings, 'blames-others').some(({ quote }) => NAMED_STAFF.test(quote));
  return CARD_OR_ACCOUNT.test(draft.text) || OTHER_CUSTOMER.test(draft.prose) || namesStaff
    ? 'There is a name or a number in here that is not for this reader. Remove it before sending.'
    : undefined;
}

const AMOUNT =
  /[£$€₹¥]\s?\d[\d.,]*|\b\d+(?:\.\d+)?\s?%|\b(?:full refund|refund|voucher|credit|replacement|upgrade|free (?:month|night|meal|year))\b/gi;

function notAuthorised({ context, findings }: Situation): string | undefined {
  if (!context.authority || context.authority.length === 0) return undefined;
  const allowed = context.authority.join(' ').toLowerCase();
  const offered = evidenceOf(findings, 'repair-offer').flatMap(({ quote }) => quote.match(AMOUNT) ?? []);
  const beyond = offered.find((offer) => !allowed.includes(offer.toLowerCase().trim()));
  if (beyond === undefined) return undefined;
  return `“${beyond.trim()}” is not among the remedies you may offer. It needs approval by ${context.escalation_contact ?? context.owner ?? 'someone with authority'}.`;
}

const HOUR = 3_600_000;
/** After how long a channel's reader finds an apology late, in ms (rubric, section 4). */
const LATE_AFTER: Partial<Record<FullContext['channel'], number>> = {
  chat: HOUR / 4,
  social: HOUR / 4,
  sms: HOUR / 4,
  status_page: HOUR / 2,
  review_reply: 48 * HOUR,
};
const DEFAULT_LATE = 24 * HOUR;
const OWNS_DELAY =
  /\b(?:late|delay(?:ed)? (?:in|to) (?:repl|respon|writ|answer)\w*|took (?:us |me )?(?:so |too |this |far too )?long|sooner|slow to (?:reply|respond|write)|kept you waiting|days? after)\b/i;

function late({ context, draft, now }: Situation): string | undefined {
  if (context.incident_at === undefined || now === undefined) return undefined;
  const passed = Date.parse(now) - Date.parse(context.incident_at);
  if (passed <= (LATE_AFTER[context.channel] ?? DEFAULT_LATE) || OWNS_DELAY.test(draft.prose))
    return undefined;
  const days = Math.floor(passed / (24 * HOUR));
  const hours = Math.max(1, Math.round(passed / HOUR));
  const after = days >= 2 ? `${days} days` : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `This is ${after} after. Say so and apologise for that too.`;
}

function unnoticed({ context }: Situation): string | undefined {
  return context.noticed_by === 'unaware' && context.severity === 'low'
    ? 'They may not know. A plain notice without sorry often does better; apologise if they ask.'
    : undefined;
}

function repeat({ context }: Situation): string | undefined {
  return context.prior_apologies >= 1 ? 'They have had an apology. Lead with what has been done.' : undefined;
}

function unheard({ context, findings }: Situation): string | undefined {
  return context.customer_words === undefined && evidenceOf(findings, 'specific-acknowledgement').length === 0
    ? 'Do you know what happened from their side? Ask first.'
    : undefined;
}

function order({ findings }: Situation): string | undefined {
  const first = (...rules: string[]) =>
    Math.min(...rules.flatMap((rule) => evidenceOf(findings, rule).map(({ start }) => start)));
  const owning = first('explicit-apology', 'takes-responsibility');
  const reasons = first('brief-explanation', 'excuse-making', 'over-explaining');
  return Number.isFinite(owning) && reasons < owning ? 'Lead with the apology, then the reasons.' : undefined;
}
