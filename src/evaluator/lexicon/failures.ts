import { gap } from './clause-words.ts';

/** States in which a thing has failed its reader. */
const BROKEN = String.raw`(?:late|cold|raw|broken|damaged|cracked|dented|torn|missing|wrong|lost|delayed|cancell?ed|overbooked|dirty|filthy|mouldy|moldy|stale|leaking|flooded|wet|damp|down|offline|unavailable|inaccessible|out of (?:order|date|stock|action|use)|faulty|defective|empty|unread|unanswered|unopened|shut|locked|closed|blocked|stuck|jammed|frozen|slow|overdue|incomplete|incorrect|inaccurate|misleading|illegible|blank|blurred|crooked|upside down|short|undercooked|overcooked|burnt|overcharged|refused|rejected|declined|suspended|deleted|wiped|disconnected|cut off|leaked|exposed|disclosed|ignored|forgotten|overlooked|mislaid|mis(?!sed)[a-z]{3,12}|mixed up|swapped|switched|double[- ]?[a-z]{4,8}|duplicated|left (?:off|out|in|at|on|behind|open|outside|without)|given (?:away|to)|sold to|handed to|sent to|delivered to|posted to|charged (?:twice|\w+ times|for|at|the)|billed (?:twice|for|at|the)|sent (?:twice|out|home|away)|turned (?:away|off|up)|cut|bumped|stranded|kept waiting|held up|locked out|unable|told (?:the|that|it|to|wrongly)|gone|dead|made with|not (?:sent|delivered|posted|returned|passed|ready|working|cooked|refunded|answered|booked|there|paid|told|called|available|done|made|sewn|updated|registered|renewed|processed|in|on|as|given|able|what (?:you (?:ordered|paid|booked|asked)|we)))`;

/** What carries or does something for the reader and gave out. */
const GAVE_OUT = String.raw`(?:failed|broke(?: down)?|crashed|stopped(?: \w{3,12}ing)?|jammed|leaked|expired|lapsed|froze|dropped (?:out|off|at)|hung|died|disappeared|vanished|fell (?:off|apart|over|out|down|through)|collapsed|bounced|timed out|ran (?:out|late|over|dry)|came (?:off|apart|out|up short|loose|undone)|went (?:down|dark|offline|missing|out|astray|wrong|live|to (?:the wrong|your old|a|an|no|someone|another|your neighbour|spam))|ended up|snapped|split|shrank|tripped|overflowed|flooded|turned up|never (?:\w{3,12}(?:ed)?|came|went|got|rang|left)|didn'?t|did not|couldn'?t|could not|wouldn'?t|would not|doesn'?t|does not|won'?t|don'?t|hasn'?t|has not|hadn'?t)`;

/** Verbs that these negations must not meet: judgements, and what the reader should do. */
const NO_FAILURE = String.raw`(?! (?:meet|match|live|feel|seem|mean|know|want|go (?:as|the way)|reflect|represent|hesitate|need|have to|deserve|expect|like|think|happen|matter|help|hold|change|excuse|make up|make it|bring|undo|forget|worry|please|apply|accept|allow|offer|be (?:able|repeated)|and|or|expire))`;

/** A thing of the reader's or ours, or the reader, named with what went wrong. */
const SUBJECT = String.raw`\b(?:your|ur|the|our|a|an|his|her|their|my|its|some|two|three|four|both|all|one|every|half|part of|[A-Z][a-z]{2,12}'s|[a-z]{3,12}day's|\d{1,4})\b [^.!?;\n]{1,60}?`;

export const THING_FAILED = [
  String.raw`${SUBJECT}\b(?:was|were|got|had been|has been|have been|went|came|arrived|reached you|turned up|ended up|is|are|being|stayed|still) ${gap(3)}${BROKEN}\b`,
  String.raw`(?:${SUBJECT}|\b(?:it|they|which|that) )\b${GAVE_OUT}\b${NO_FAILURE}`,
  String.raw`\b(?:it|they|she|he|u|you|you've|youve|we've|that) (?:was|were|wasn't|weren't|wasnt|got|had been|been|have been|is|'s) ${gap(2)}${BROKEN}\b`,
].join('|');

/** The reader was done to, or nobody did what was due. */
export const READER_FAILED = [
  String.raw`\b(?:you|u|customers|users|guests|passengers|patients|families|people|everyone|\d+ of you) (?:all )?(?:waited|queued|stood|sat there|could not|couldn'?t|weren'?t (?:able|told|called|given|refunded|paid)|were (?:not|never|charged|billed|left|kept|told|turned|overcharged|sent|given|served|locked|unable|put|bumped|moved|cut|double|quoted|promised|booked|shown|seated|refused|logged|asked)|had to (?:wait|ask|call|chase|ring|queue|pay|stand|sleep)|got (?:the wrong|a cold|charged|billed|told|\w+ instead|nothing|no|someone|half)|(?:received|opened|found) (?:a|an|the|no|only|two|nothing|someone|your)|paid (?:for|twice)|(?:asked|booked|ordered|paid|wanted|reserved|told us|said) [^.!?;\n]{2,60}?(?:and (?:got|we|were|it)|but|instead))\b`,
  String.raw`\b(?:nobody|no one|no-one|none of us|neither of us|not one|no (?:driver|engineer|technician|nurse|waiter|human|person|reply|answer|update|refund|delivery|parcel|call|message|one)) ${gap(2)}(?:rang|called|came|told|answered|replied|returned|checked|noticed|showed|met|picked|turned|arrived|wrote|went|looked|was|were|at|could|has|had|ever|on|did|knew)\b`,
  String.raw`\b(?:there (?:was|were|is|are|wasn't|weren't)) (?:no|not|nothing|nobody|only|a (?:hair|stone|leak|hole|crack|delay|mistake in|fault in|mix-up (?:with|over|in)|gap in|queue|strike|fire|flood|smell|screw|bone|dent|bug in)|an? \w{3,12} in your)\b`,
  String.raw`\bkeeping you (?:waiting|in the dark|up|on hold)\b|\bto (?:keep|have kept|have left) you (?:waiting|without)\b`,
].join('|');

/** A noun phrase that says what went wrong. */
const LAPSE = String.raw`(?:delays?|outage|wait|queue|late(?:ness| arrival| delivery| running| payment| reply| start)?|interruption|cancellation|overcharge|overbooking|double (?:charge|booking|billing|payment)|breakage|leak|noise|no[- ]show|loss|breach|mould|damage|breakdown|power cut|closure|typo|spelling|misprint|silence|downtime|mislabelling|disconnection)`;
export const LAPSE_NAMED = [
  // "the delay to your flight", "Tuesday's four-hour outage", "a cracked mug"
  String.raw`\b${LAPSE} (?:to|of|in|on|with|for|at|from|between|over|around|before|by) (?:your|ur|the|our|my|a|an|his|her|this|\w+day|\d|room|line|getting|replying|responding|sending|delivering|answering)\b`,
  String.raw`\b(?:\d[\w.:-]*|two|three|four|five|six|seven|ten|twenty|forty|\w+-(?:hour|minute|day|week)|\w+day'?s|yesterday's|last night's|this morning's|today's|long|endless) (?:\w{3,12} )?${LAPSE}\b`,
  String.raw`\b(?:sorry|apolog\w{1,6}) (?:\w+ ){0,4}?(?:for|about|abt|bout|4) (?:the|your|ur|our|my|that|this|a|an|all the)? ?(?:[a-z'-]{2,14} ){0,2}(?:${LAPSE}|hair|mess|smell|crack(?:ed)?|broken|cold|missing|wrong|lost|duplicate|incorrect|missed|unanswered|damaged|wasted|failed|faulty|dead|leaky|soggy|burnt|empty|locked|dirty|blank|bad|messed[- ]up|delayed|lack of|state of|error in|mistake (?:in|with|on)|mix-?up (?:with|over|about|between|on))\b`,
  String.raw`\b(?:the|a|an|your|our|with|for|got|gave|in|to|at|on|into|is|had|and|because of|of) (?:\w+ )?wrong (?!way to|thing to|idea|impression|side of|in thinking|about)(?:\w{2,14})`,
  String.raw`\b(?:one|two|three|four|five|six|several|\d+) (?:of \w+ )?(?:\w{3,12} )?(?:weeks?|days?|hours?|minutes?|months?|hrs?|mins?) (?:late|behind|too (?:late|long|early)|overdue|after the (?:date|time)|instead of|of (?:silence|waiting|hold))\b`,
  String.raw`\b(?:instead of|rather than|in place of) (?:the|a|an|your|his|her|\d|in|on|to|\w{3,12}day|[a-z]{3,12})\b`,
  String.raw`\b(?:sorry|apolog\w{1,6}) (?:[^\s.!?;]{1,24} ){0,3}for (?:not |never ){0,1}(?!being|having|any|the|your|this|that|our|misunderstanding|everything|anything)[a-z]{3,14}ing (?:you|your|the|a|an|it|his|her|back|out|up|\w{3,12}day)\b`,
].join('|');

/** Words with no content of their own: a statement that has only these names nothing. */
export const VAGUE_ONLY =
  /\b(?:fell short|fallen short|let you down|dropped the ball|messed up|(?:got|get) (?:it|this|that|things) (?:badly |so )?wrong|(?:went|gone|go) wrong|what happened|made (?:a|an|some|this|that) (?:\w+ )?(?:mistakes?|errors?)|failed you|expectations?|hoped for|standards?)\b/i;
