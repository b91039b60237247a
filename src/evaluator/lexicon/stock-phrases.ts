/** Whom a form letter calls valued. */
const CUSTOMER =
  '(?:customers?|guests?|members?|clients?|patients?|partners?|users?|subscribers?|policyholders?|residents?|passengers?|shoppers?|tenants?|merchants?|readers?|diners?|patrons?|families)';
const THEIR_WORDS =
  '(?:feedback|comments?|complaints?|concerns?|opinions?|views?|query|queries|call|request|claim|case|issue|suggestions?|review|business|custom|satisfaction|happiness|comfort|trust)';
const VERY =
  '(?:(?:very|really|so|truly|extremely|always|incredibly|highly|absolutely|most|greatly|deeply|sincerely) ){0,2}';

/** "The inconvenience" as all that is apologised for; what the inconvenience was may follow, and then it is none. */
export const EMPTY_INCONVENIENCE =
  /\b(?:sorry|apolog(?:y|ies|i[sz]e[ds]?|i[sz]ing)|regret(?:s|ted)?|pardon|excuse|forgive)\b[^.!?;\n]{0,60}\binconveniences?\b(?! (?:of|that)\b)|\binconvenience[^.!?\n]{0,20}\bregret(?:ted)?\b|\binconvenience,? for which (?:we|i) apologi[sz]e|\b(?:sorry|apolog(?:ies|i[sz]e)) (?:4|for) any (?:and all )?(?:trouble|hassle|bother)\b/gi;

/** Service phrases that fit any complaint unchanged: feelings about the customer and assurances. */
export const STOCK_ASSURANCE = new RegExp(
  [
    String.raw`\b(?:valued|esteemed|respected) (?:\w+ )?${CUSTOMER}\b`,
    String.raw`\b(?:your|every|each|all) (?:\w+ )?(?:${THEIR_WORDS}|${CUSTOMER}) (?:is|are|matters?)\b(?: (?:also|to us))?(?: ${VERY}(?:important|valuable|valued|appreciated|noted)\b|(?=[.!,]| to us))`,
    String.raw`\bwe ${VERY}(?:value|appreciate|welcome|love|cherish) (?:all |any )?(?:your|you\b|the trust of|feedback)(?: (?:feedback|comments?|opinions?|input))?(?=[ .!,])(?! (?:business|custom|calling|telling|writing|waiting|taking|staying|bringing|letting|coming|pointing|flagging))`,
    String.raw`\byour (?:valuable|valued|precious|kind) (?:feedback|comments?|suggestions?|time|input|insights?)\b`,
    String.raw`\b(?:feedback|comments?) (?:helps?|allows?|enables?) us (?:to )?(?:serve|improve|grow|become|be|do|provide|continue)\b`,
    String.raw`\bpatience (?:and|&|n|und) (?:\w+ )?understanding\b|\bunderstanding (?:and|&|n) (?:\w+ )?patience\b`,
    String.raw`\brest assured\b|\b(?:please |you can |pls )?be (?:rest )?(?:re)?assured\b|\bassuring (?:you )?(?:of )?(?:the|our) best\b`,
    String.raw`\bhesitate to (?:get|contact|reach|call|e-?mail|write|let|ask|respond|reply|speak|give|message|ring|come)\b`,
  ].join('|'),
  'gi',
);

/** Service phrases about the company itself. */
export const STOCK_PRIDE = new RegExp(
  [
    String.raw`\b(?:we|our (?:whole |entire )?(?:team|staff|company)) (?:\w+ ){0,2}takes? (?!this seriously enough|it seriously enough)[^.!?\n]{1,60}\bseriously\b(?! enough)`,
    String.raw`\b(?:strives?|striving|endeavou?rs?|constantly work(?:ing)?|always work(?:ing)?|work(?:ing)? (?:hard|every day|day and night|tirelessly)) (?:always )?(?:to (?:provide|offer|give|deliver|make|ensure|bring|maintain|improve|be|do|serve|meet|exceed|achieve|create)\b|for (?:excellence|the (?:best|highest)|\d|your))`,
    String.raw`\bprides? (?:ourselves|itself|themselves)\b|\bprided ourselves\b|\bhold ourselves to\b`,
    String.raw`\b(?:we|team|company|bank|hotel|\w+)(?: are|'re| is| remains?| remain) (?:\w+ )?committed to (?:\w+ ){0,2}(?:providing|delivering|offering|excellence|serving|ensuring|treating|giving|making|improving|maintaining|quality|you|our|your|the)`,
    String.raw`\b(?:number one|number 1|no\.? ?1|#1|top(?:most|-most)?|first|highest|utmost|main|absolute|foremost) priority\b|\bof (?:the )?(?:utmost|paramount|highest) importance\b|\bat the (?:very )?(?:heart|core|cent(?:re|er)) of (?:everything|all|what) (?:we|that we) (?:do|stand)`,
    String.raw`\b(?:go|going|goes) above and beyond\b|\b(?:serve|serving) you better\b|\bbest (?:possible )?(?:services?|experience) (?:always|at all times|possible)\b`,
    String.raw`\b(?:relevant|concerned|appropriate|respective|responsible|corresponding|right) (?:team|teams|department|departments|dept|manager|managers|head|people|person|colleagues|authority|parties)\b|\b(?:comments|feedback) (?:has|have) been (?:passed|shared|noted|forwarded|relayed)\b`,
  ].join('|'),
  'gi',
);
