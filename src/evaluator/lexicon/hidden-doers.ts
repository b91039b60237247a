const BE =
  "(?:was|were|wasn'?t|weren'?t|has been|have been|had been|hasn'?t been|hadn'?t been|been|being|got|gets|getting|is being|are being)";
const ADVERB = String.raw`(?:(?:\w{2,12}ly|not|never|then|also|even|already|somehow|since|once|again|unfortunately|sadly|been|it seems,?) ){0,3}`;

/** What is done to somebody only by failing them. */
const FAILED = String.raw`(?:mis(?!t\b)\w{2,12}(?:ed|aid|read|understood)|lost|missed|overlooked|omitted|forgotten|neglected|over(?:charged|booked|sold|run|billed)|under(?:charged|paid)|duplicated|double[- ]?\w{4,9}ed|damaged|broken|corrupted|deleted|erased|wiped|cancell?ed|delayed|suspended|interrupted|disrupted|leaked|exposed|swapped|switched (?:off|round|on for)|mixed up|muddled|dropped|truncated|shortened|discarded|disposed of|thrown (?:away|out)|binned|given (?:away|to (?:another|someone|a))|revoked|suppressed|silenced|lapsed|held up|kept waiting|cut (?:off|short)|shut off|left (?:off|out|in|on|at|un\w+|waiting|behind)|opened on|released to|accessed by)`;

/** "Your parcel was misrouted", "the form was never sent", "the money was taken twice". */
export const HIDDEN_PASSIVE = new RegExp(
  [
    String.raw`\b${BE} ${ADVERB}${FAILED}\b`,
    String.raw`\b(?:(?:was|were)(?:n'?t| not| never| thus not| simply not)|(?:has|have|had)(?:n'?t| not| never) been|had never been)(?: \w{3,12}ly)? (?!(?:included|covered|required|expected|allowed|satisfied|pleased|supposed|intended|designed|meant|good|just)\b)(?:\w{2,14}(?:ed|en)|sent|done|told|put|kept|paid|made|met|built|caught|set|read|given|known|filed)\b`,
    String.raw`\b${BE} ${ADVERB}\w{2,14}(?:ed|en|t|d|ut|ne|de|un)\b[^.!?;\n]{0,50}\b(?:twice|on two occasions|two times|in error|by (?:mistake|accident|error)|without (?:notice|warning)|at short notice|(?:the|a|an|your) (?:wrong|incorrect|old|previous|other|neighbour'?s|stranger'?s)|(?:in|for|to|with|under|by|against|on) (?:another|someone else|somebody else|next door|wrong|last year)|back to front|upside[- ]down)`,
    String.raw`\b${BE} (?:incorrectly|wrongly|mistakenly|inadvertently|accidentally|erroneously|unfortunately|regrettably|(?:in error|by mistake)) \w{2,14}\b`,
    String.raw`\b(?:the|an?|some|your) (?:wrong|incorrect|duplicate|unauthori[sz]ed|second|typo|error|overcharge|overpayment) ?(?:\w+ ){0,5}(?:was|were|has been|have been|had been|got) ${ADVERB}\w{2,14}(?:ed|en|t|d|ken)\b`,
  ].join('|'),
  'gi',
);

const TROUBLE =
  '(?:mistakes?|errors?|oversights?|issues?|problems?|typos?|mix[- ]?ups?|lapses?|failures?|faults?|discrepanc(?:y|ies)|misunderstandings?|miscommunications?|breakdowns?|mismatch(?:es)?|muddles?|slips?|delays?|glitch(?:es)?|conditions?|events?|ingress|confusion|disruption)';

/** "An error occurred", "there was a mix-up", "it has come to light". */
export const NOBODY_DID_IT = new RegExp(
  [
    String.raw`\b${TROUBLE} (?:in \w+ \w+ |with \w+ \w+ )?(?:was|were|has|have|had) (?:been )?(?:made|occurred|happened|identified|introduced|encountered|arisen|observed|detected|taken place|come to light)\b|\b${TROUBLE} (?:occurred|happened|arose|took place|came to light|when)\b`,
    String.raw`\bthere (?:was|were|has been|have been|is|seems to (?:be|have been)|appears to (?:be|have been)) (?:(?:an?|the|some|several|bit of a) )?(?:\w+ ){0,2}?${TROUBLE}\b`,
    String.raw`\bit (?:has |has since |has now )?(?:come to (?:light|our (?:attention|notice))|been (?:brought|drawn) to)\b|\bit (?:appears|seems|transpires|would (?:appear|seem))(?: that|,| the| your| a)|\bbrought to our (?:attention|notice)\b`,
    String.raw`\b(?:went|gone|got|fell|ended up|found its way|find its way|came) (?:out (?:with|to|in|late)|to (?:the|a|an) (?:wrong|whole|stranger|old|next|other|half)|to (?:someone|somebody|another)|to no\b|astray|missing|lost|walkabout|into (?:your|the wrong)|off the system|through the (?:cracks|net)|down for the wrong|in the wrong)\b|\b(?:delay|cancellation|disruption|interruption|error|outage|loss|omission|failure)s? (?:\w+ ){0,4}?(?:is|are|was) (?:\w+ly )?regretted\b`,
  ].join('|'),
  'gi',
);

/** The doer is named after all: "by us", "when we moved the data". */
export const DOER_NAMED =
  /\b(?:by (?:us|me|our|my)\b|(?:when|because|after|as|since|while|where|and|but|so|that) (?:we|i)\b|(?:we|i)(?:'d| had| have|'ve)? (?:sent|put|left|took|gave|forgot|missed|lost|did|made|failed|let|got|should|didn'?t|broke|moved|changed|wrote|deleted)\b)/i;

/** Somebody else is named right behind the passive: "was held by the bank". */
export const BY_ANOTHER =
  /^[^.!?;\n]{0,25}\bby (?:the|your|their|his|her)\b(?! (?:end|time|deadline|due|date|day))/i;
