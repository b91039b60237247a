import { WE } from './clause-words.ts';

const DAY = String.raw`(?:today|tonight|tomorrow|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:week|month|morning|spring)|next (?:week|month|year)|the \d\w*|\d{1,2} \w{3,9}|january|february|march|april|may|june|july|august|september|october|november|december|here|version)`;

/** Things that govern how work is done. */
const PROCESS = String.raw`(?:process(?:es)?|procedures?|checklists?|check|rota|runbook|script|forms?|templates?|training|rules?|policy|protocol|system|settings?|config|workflow|label(?:s|ling)?|list(?:ing)?s?|sheets?|sign(?:s|age)?|alarms?|alerts?|monitoring|tests?|pipeline|pads?|diary|calendar|handovers?|shelves|shelf|storage|kitchen|menu|desk|codes?|filters?|limits?|sensors?|pump|locks?|safeguards?|reminders?|approval|sign-?off|review|backups?|staffing|map|page|site|manual|guide|instructions?|briefings?|button|default|software|turnaround|aisles?|routes?|pick list|crates?|tray|door|note on (?:your|the) (?:address|file|gate|door|door code))`;

/** What we changed, or are changing, in how work is done. */
const CHANGED = String.raw`(?:(?:have |has |had |are |am |is |will |'ve |'re |'m |'ll )?(?:also |now |just |since |already |both |today |going to ){0,2}(?:add(?:ed|ing)?|chang(?:ed|ing)|introduc(?:ed|ing)|install(?:ed|ing)|rewritten|rewriting|rewrote|retrain(?:ed|ing)|train(?:ed|ing)|updat(?:ed|ing)|review(?:ed|ing)|tighten(?:ed|ing)|extend(?:ed|ing)|lengthen(?:ed|ing)|mov(?:ed|ing)|fitt?(?:ed|ing)|put|built|building|bought|buying|hir(?:ed|ing)|rotated|split|renamed|removed|lock(?:ed|ing)|simplif(?:ied|ying)|doubl(?:ed|ing)|automat(?:ed|ing)|overhaul(?:ed|ing)|amend(?:ed|ing)|redesign(?:ed|ing)|set up|setting up|implement(?:ed|ing)|pinned|taped|stuck|hung|improv(?:ed|ing)|rolled out|rolling out|brief(?:ed|ing)|stepped up|audit(?:ed|ing)) (?:(?:a|an|the|our|all|new|how|two|second|extra|more|its|every|both|in place|and|of|another|that|each|\w{3,12}) ){1,5}?${PROCESS})`;

/** A step against its happening again. */
export const STEP = new RegExp(
  [
    // "we now renew early", "each parcel now gets two labels", "nothing leaves now without"
    String.raw`(?<!\b(?:you|u|until|till|by|just|right|up to|even) )(?:\b(?!you\b|u\b|it\b|that\b|issue\b|refund\b|is\b|are\b|and\b|as\b)[a-z0-9]{2,14}) (?:now|no longer) (?!exists?|works? here|made|our|consider|know|understand|see|has? been|have|resolved|working|back|that|we|i|you|the|it|a|open|looks? forward|in|on|and|available|at|for|with|to|been|fixed|complete|closed|be|is|are|his|carries your|want|look|our|your|runs? to)[a-z]{2,14}s?\b`,
    String.raw`\b(?:are|is|gets?|must|can|has to|have to|will|have|has|needs?|carr(?:y|ies)|use|uses|say|says|stay|stays|live|lives|go|goes) now (?:be |have |get )?(?:a|an|two|three|both|own|checked|read|signed|counted|stamped|kept|stored|printed|by|on (?:separate|different|auto|the wall|a)|different|separate|automatic|read|go|scan|photographed|their|its|shut|locked)\b`,
    String.raw`\b(?:every|each|all (?!good|sorted|fine|ok)|no|nothing|nobody|both|any|\w{4,12}s) (?!right|being|in the)[^.!?;\n]{2,60}?(?<!fixed|lifted|by|right|good|up to|back|ok|sorted|better|open|waiting|coming|fine) (?:now|these days|any ?more)(?:$|[,.]| (?:until|without|unless|before|by|and|when|so|on every)\b)`,
    String.raw`\b(?:from (?:now on|here on|then on|${DAY})|as of ${DAY}|as from|starting ${DAY}|going forward|since (?:then|${DAY}),?|in future,?) [^.!?;\n]{0,60}?\b(?:we|i|our|every|each|all|the|two|a|no|any|nothing|nobody|there)\b(?! (?:on your|to your|delivery is|branches|invoices|full))`,
    String.raw`\b(?:every|each|all|we|the|a|two|three|no|our|\w{4,12}s|locked) [^.!?;\n]{2,70}? (?:from now on|from here on|as of ${DAY}|from (?:this|next) (?:week|month)|from (?:today|tonight|tomorrow|monday)|going forward|in future)\b`,
    String.raw`\b(?:we|i|we've|i've|our \w{3,14})(?:'(?:ve|re|m|ll))? ?${CHANGED}\b`,
    String.raw`\b(?:the|our|a|this|that) (?:\w{2,14} ){0,3}${PROCESS} (?:(?:has|have|is|are|was|were|had)(?: now| since| all)? (?:been |being )?(?:(?:fully|all) )?(?:amended|changed|rewritten|withdrawn|updated|tightened|added|reviewed|replaced|retrained|moved|removed|fixed to|set to|switched to)|(?:goes|went) (?:on|in|up))\b`,
    String.raw`${WE} (?:have |has |had |'ve )?(?:also |now |just |since |already ){0,2}(?:stopped \w{3,12}ing|started \w{3,12}ing|begun|scrapped (?!in)|binned|banned|switched to|taken on|retrained|asked for a|told (?:[A-Z]\w+|the \w+) (?:he|she|they|to)|spoken (?:to|with) (?:the|our|my|all)|talked (?:to|with) (?:the|our|my|all)|flagged the bug|bought (?:a|two|another))\b(?! (?:your|you|for you|to your))`,
    String.raw`\b(?:no more|never again will we|no further) (?!than|news|hrs|hours|complaint|mails?|letters?|assistance|hear|about|correspondence|comment|questions|details|information|excuses|charges?|payments?|action)[a-z]{3,12}|\bso (?:that )?(?:it|this|that|they|the same|nobody|no one|none|a \w+|the \w+|nothing|no \w+) (?:\w{2,12} ){0,3}?(?:can't|cannot|can not|doesn't|does not|won't|never|isn't|no longer|can never|is caught|are caught)\b|\b(?:to|will|help|helps) (?:make sure|ensure|prevent|stop|avoid) (?:that )?(?:it|this|that|such|the same|these|a repeat|nobody|no one|anyone|similar|any) [^.!?;\n]{0,40}?\b(?:again|happen\w{0,3}|recur\w{0,5}|repeat\w{0,3}|else)\b`,
    String.raw`\b(?:working|constantly|taking steps|measures|action) (?:\w{2,12} ){0,2}?(?:to (?:ensure|make sure|stop|prevent|improve|avoid)|on (?:a|the) (?:permanent|proper|long-term))`,
  ].join('|'),
  'i',
);

/** A task for the reader, a hope, a bare outcome, or a mend for this reader only. */
export const NO_STEP =
  /\b(?:by|right|up to) now\b|\ball good\b|\byou have\b|\bback on\b|\bgone through\b|\b(?:customers'|your) experience\b|\bwhen we started\b|\bno longer works? here\b|\bplease\b|\byou (?:should|can|must|need|may|will get|could)\b|\bhop(?:e|ing)\b|\b(?:won't|will not|never|shall not) happen (?:again|to)\b|\b(?:your|ur) (?:account|refund|card|order|bill|money|room|export|profile|next)\b|\bsign out\b|\bopens? (?:at|for)\b|\b(?:bookings?|tickets?|sale) now open\b|\bwrong\b|\bnow (?:resolved|closed)\b|\?$/i;
