import { gap } from './clause-words.ts';

/** People and days that a failure spoils. */
const DEAR = String.raw`(?:mum|mam|mom|dad|nan|gran|grandad|mother|father|wife|husband|son|daughter|sister|brother|aunt|uncle|kids?|children|baby|toddlers?|twins|little one|lad|girl|family|guests|team|staff|students|clients|customers|parents|partner|boys?|whole family|neighbours|colleagues|readers|recipients|pupils|patients|crew|joiner|fiancee?)`;
const OCCASION = String.raw`(?:wedding|birthday|anniversary|christening|funeral|graduation|christmas|holiday|honeymoon|first day|interview|exam|present|race|concert|party|ceremony|recital|deadline|audit|payday|rent|meeting|wake|baptism|shower|school run|commute|Mother's Day|Father's Day|Sunday|weekend|day off|train|flight|ferry|connection|last bus|move|lunch|evening|night)`;

/** What the reader went through, as verbs. */
const WENT_THROUGH = String.raw`(?:had to|have had to|ended up|(?:have |had |'ve |'d )?(?:spent|lost|missed|slept|gone without|been without|been (?:\w{3,12}ing)|had enough|waited|sat|stood|walked|driven|travelled|paid for|taken (?:a|the|two|unpaid|time)|come (?:all|out|from)|been up|been left)|slept|walked|drove|travelled|traveled|trekked|came all|came (?:out|from|by|for nothing)|took (?:a|the|two|unpaid|time|\w+ (?:day|morning|afternoon))|went (?:without|home|to bed|four|three|two|all)|stood|sat|queued|cooked|carried|cancelled (?:plans|a|your|two|dinner)|only found out|found out (?:from|at|in|on)|never got (?:to|the|your)|couldn'?t (?:sleep|work|get|pay|go|use|see|eat|cook|wash)|left in tears|lay awake|got (?:soaked|home|drenched)|needn't have|borrowed|explained|rearranged|arranged|were (?:left|up|out|stuck|stranded|counting|relying|without|sitting|looking|ill|ready)|stayed (?:in|up|home)|waited in|gave up|used up|turned people|chased|rang (?:twice|three|four)|lost|spent|missed (?:the|your|ur|a|half|out))`;
/** A time, a place or a person beside it: the reader's own circumstances, not a mere count. */
const CIRCUMSTANCE = String.raw`(?:hours?|minutes|days?|weeks?|months?|nights?|morning|afternoon|evening|midnight|awake|rain|snow|sleet|cold|dark|heat|car|floor|stairs|sofa|pier|quay|platform|desk|kitchen|street|because of (?:us|me|it|this|that)|for nothing|in vain|alone|again|twice|herself|himself|yourself|by hand|money|wages|sleep|work|leave|\b(?:your|ur|a|the) ${OCCASION}|${DEAR})`;

/** What the failure did to this reader. */
export const HARDSHIP = new RegExp(
  [
    String.raw`(?<!\b(?:if|did|do|have|that|the \w{3,12}) )\b(?:you|u|you both|some of you|many of you|thirty families|people)(?:'ve|'d)? (?:(?:all|both|then|only|also|already|even|just|now|by now|will|have) ){0,3}${WENT_THROUGH}\b[^.!?;\n]{0,70}?\b${CIRCUMSTANCE}\b`,
    String.raw`\b(?:your|ur|her|his) (?:\w{3,12} )?${DEAR}(?:'s)? (?:\w{2,12} ){0,3}?(?:had to|lost|missed|couldn'?t|waited|sat|stood|was (?:left|sat|frightened|in|up)|were (?:left|up|frightened|annoyed)|have (?:lost|been)|has (?:lost|been)|never got|didn't get|spent|cried|went|stayed|ended up|looking|watching|slept)\b`,
    String.raw`\bwith (?:a|your|ur|two|three|the|her|his|small|young) (?:\w{3,12} ){0,2}(?:baby|babies|toddlers?|kids|children|twins|pram|buggy|crutches|wheelchair|little one|guests|whole family|plaster|family|dog|migraine)\b`,
    String.raw`\b(?:cost|costing|robbed|deprived|denied|leaving|left|kept) you (?!know|happy|aware|off|out of|in the car park|a voice|a message|in the dark|posted|informed|waiting)(?:(?:with|without|up|of|your|the|a|an|out|in|unable|to|looking|wondering|worrying|awake|half|two|three|hours|days|through|high|short|no)\b)`,
    String.raw`\b(?:made|make) (?:you|your \w{3,12}|her|him) (?:feel|late|miss|lie|wait|look|sit|worry|cry|ill|do|pay)\b|\b(?:spoil(?:ed|t)|ruined|overshadowed|dampened|wrecked|wasted|eaten into|used up) (?:your|ur|half your|a piece of|all of your) (?!review|message|comment|feedback|complaint|call|order|time to|email|letter|advice|word)\w+`,
    String.raw`\b(?:it was|that was|was (?:meant )?(?:as|for|to be)|it being|on|the day of|the night before|before|after|in time for|for|at) (?:your|ur|her|his|their|a) (?:own |big |mum's |dad's |son's |daughter's |sister's |\w{3,8}'s |\d\w{1,3} )?(?:birthday|wedding|anniversary|christening|funeral|graduation|honeymoon|interview|exam|baptism|wake|ceremony|shower|race|first day)\b`,
    String.raw`\b(?:used up (?:\w{2,8} )?of (?:them|it)|you(?:'d|'ve| had| have)?(?: then| only| even)? (?:had )?to (?!wait for|be |do |give|have |pay (?:£|\$))(?:\w{3,9}) |you came (?:all the way|for nothing|out|in) |no way to (?:start|spend|end|treat)|(?:last|only) thing you (?:need|needed|want|wanted)|not what you (?:need|needed|want|wanted)|deserved? (?:so much |far |a lot )?better|hours of your (?:life|day|time)|you(?:'d| had) (?:planned|booked (?:the|a) (?:morning|day)|set your heart|been looking forward|counted on|been counting|waited all|come all|got (?:up|the kids)|cleared|taken (?:a|the)|asked for so little))\b`,
  ].join('|'),
  'i',
);

/** Words by which a sender grants that a feeling is fair. */
const HARD = String.raw`(?:frustrat\w{3}|upset(?:ting)?|annoy\w{2,3}|worry\w{0,3}|worri\w{2,6}|stress\w{0,4}|frightening|frightened|frighten|scary|scare|infuriat\w{3}|maddening|disappoint\w{3,5}|embarrass\w{3,5}|distress\w{0,4}|exhausting|horrible|horrid|awful|dreadful|miserable|rotten|unsettling|unpleasant|painful|alarm(?:ing)?|galling|unnerving|gutting|devastating|humiliating|crappy|rubbish|nightmare|a pain|tension|raging|furious|fuming|livid|angry|angrier|anger|cross|fed up|tense|anxious|anxiety|hurtful|hurt|lousy|nasty|shock|heartbreaking|raw|hard|tough|disruptive)`;
const OUR_OWN = String.raw`(?<!\b(?:i|we|us|me|our \w{3,9}|staff) (?:was|were|am|are|feel|felt|'re|'m) (?:\w{2,9} )?)`;

/** A feeling of the reader, granted. */
export const FEELING_GRANTED = new RegExp(
  [
    String.raw`\b(?:must|can't|cannot|can only|will|would|'ll|may|might)(?: \w{2,8})? (?:be|have been|not have been|feel|have felt|have|be feeling|'ve been|of been|ve had|have had) ${gap(3)}${HARD}\b`,
    String.raw`\bhow ${gap(2)}${HARD}\b[^.!?;\n]{0,50}`,
    String.raw`${OUR_OWN}\b(?:that(?:'s| is| was|'s not| must)|it(?:'s| is| was)|this (?:is|was|must be)|which (?:is|was|must)|what a|such a|waiting|being|having|not knowing|losing|finding|\w{3,14} (?:is|was)) ${gap(4)}${HARD}\b(?! (?:to (?:say|admit|tell|believe|know)|for (?:us|me)|week for (?:us|our)))`,
    String.raw`\b(?:understand|understood|see|appreciate|know|get|imagine|hear|share|recogni[sz]e|feel|reali[sz]e) (?:the |your |ur |that |how much |what |why )?(?:\w{2,12} )?(?:frustration|disappointment|anger|worry|concerns?|upset|annoyance|distress|pain|tension|stress|anxiety|you(?:'re| are| were| feel| must feel| may feel|'d be)(?: \w{2,9})? ${HARD}|it (?:is|was|meant|cost|caused))\b`,
    String.raw`\b(?:every|full|the|a|perfect(?:ly)?|quite|absolutely) right to (?:be|feel) |\byou(?:'re| are| were|'d be)(?: \w{3,12})? right to be (?:${HARD}|upset)|\b(?:i|we|anyone|anybody)'?d (?:be|have been|feel|be feeling) ${gap(2)}${HARD}|\b(?:no|small|little) wonder you|\byou must(?:'ve| have| be)? (?:\w{3,9} )?(?:been |be )?(?:wonder|thought|think|felt|feel|sick|worried|frantic|shaking|out of your mind)`,
  ].join('|'),
  'i',
);
