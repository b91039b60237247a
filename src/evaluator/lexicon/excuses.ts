/** What befalls everybody: weather, traffic, demand, staff, the season. */
const CIRCUMSTANCE =
  '(?:weather|rain(?:fall|s)?|snow(?:fall)?|storms?|winds?|fog|heat(?:wave)?|monsoon|ice|tides?|traffic|demand|volumes?|load|workloads?|growth|shortages?|pressures?|rush|season|circumstances|conditions|covid|pandemic|strikes?|holidays?|busy (?:time|period|season)|staffing|sickness|illness|rush hour|cuts|crisis|congestion|load shedding|events beyond)';
const VERY =
  '(?:(?:absolutely|really|so|very|extremely|incredibly|super|a bit|completely|totally|just|exceptionally|insanely|crazy|all|pretty|rather|quite|terribly) ){0,2}';

/** "Due to heavy traffic", "unprecedented demand". */
export const DUE_TO_CIRCUMSTANCE = new RegExp(
  String.raw`\b(?:due to|owing to|because of|on account of|thanks to|given|as a result of|caused by|down to|blame|under(?! (?:any|no)\b)(?! load)) (?:(?:the|our|all|this|a|an|some|of) )?(?:[\w'-]{2,16} ){0,4}?${CIRCUMSTANCE}\b|\b(?:unprecedented|overwhelming|exceptional(?:ly)?|extraordinar(?:y|ily)|unusually|unexpected(?:ly)?|unforeseen|very high|high|heavy|huge|massive|peak) (?:high |heavy |busy |hot |cold )?(?:demand|volumes?|load|workload|growth|number of (?:\w+ )?(?:orders|requests|calls|enquiries|tickets|applications)|circumstances|rainfall|conditions|season|rush)\b|\bdemand (?:was|is|has been) (?:unprecedented|unlike|huge|considerable|overwhelming|higher|exceptional)|\b(?:driver|staff|supply|parts|labou?r|material)s? shortages?\b|\bshortage of (?:parts|staff|drivers|labou?r)`,
  'gi',
);

/** Nobody could have, everybody did their best, nobody meant it. */
export const NOT_IN_OUR_POWER = new RegExp(
  [
    String.raw`\b(?:beyond|outside) (?:of )?(?:our|my|anyone'?s|everyone'?s|the \w+'s) control\b|\bout of (?:our|my) (?:hands|control)\b|\b(?:our|my) hands (?:are|were) tied\b|\b(?:couldn'?t|could not|can'?t|cannot) be helped\b|\b(?:nothing|nowt|not much|little) (?:else |more )?(?:that )?(?:we|i|anyone|anybody) (?:can|could) (?:have )?do(?:ne)?\b|\bat the mercy of\b|\b(?:acts? of god|mother nature|sod'?s law|murphy'?s law)\b|\bhad other (?:ideas|plans)\b|\bnobody could have (?:seen|known|predicted|foreseen)\b|\b(?:can'?t|cannot) be (?:everywhere|in two places)`,
    String.raw`\b(?:did|doing|tried|trying|done) (?:\w+ )?(?:our|their|his|her|my|its|the|there) (?:very |level |absolute )?(?:best|hardest|utmost|damnedest)\b(?! to (?:find|get this|sort|fix|resolve|make (?:it|this) (?:right|up)))|\bevery (?:reasonable |possible )?effort (?:was|has been|is)\b|\beverything (?:we|they|i|he|she) (?:possibly )?could\b|\bwith the best will in the world\b|\bworked (?:tirelessly|incredibly hard|so hard|very hard|round the clock)\b|\bmoved heaven and earth\b|\bheart was in the right place\b`,
    String.raw`\b(?:(?:was|were|is|'s) (?:never|not|in no way)|wasn'?t|never) (?:at any (?:time|point) )?(?:our|my|anyone'?s|anybody'?s|the \w+'s) (?:intent(?:ion)?|aim|wish)\b|\b(?:never|didn'?t|did not) (?:mean|meant|intend(?:ed)?) (?:to|any|it)\b|\b(?:we|i|he|she|they) (?:only )?meant well\b|\bgood intentions\b|\bin (?:our|my|his|her|their) defen[cs]e\b|\bin (?:all )?fairness\b|\bin good faith\b|\b(?:we|i|they|he|she)(?:'re| are|'m| am) (?:all )?only human\b|\bnone of us is perfect\b|\bto err is human\b`,
  ].join('|'),
  'gi',
);

/** It happens to all of the trade, it is in the nature of things, and you will surely understand. */
export const SUCH_IS_LIFE = new RegExp(
  [
    String.raw`\b(?:every|all|any|whole|entire) (?:\w+ )?(?:operators?|providers?|carriers?|couriers?|industry|sector|utility|retailers?|firms?) (?:in|is|has|are|have|was|were|right|at|across)\b|\bin the same boat\b|\bacross the (?:industry|sector|country)\b|\bnational (?:challenge|shortage|problem)|\b(?:sector|industry|trade) as a whole\b|\bwe are as much the victims?\b`,
    String.raw`\b(?:you know how (?:it|that) (?:is|goes)|what would you have us do|(?:you'?ll|you will) appreciate,? (?:i'?m|i am) sure|you(?:'?ve| have|'?ll have) to (?:understand|appreciate) (?:there|that)|as (?:you|one) (?:can|will|might|may),? (?:i'?m sure,? )?(?:imagine|appreciate|understand)|as (?:i'?m|i am) sure you'?(?:ll| will)? (?:appreciate|understand)|(?:is|are) what (?:it|they) (?:is|are)|gremlins|something had to give|nature of the beast|joys of)\b`,
    String.raw`\b(?:it|rain) (?:rained|snowed|was (?:raining|snowing|pouring)|was (?:3\d|thirty|4\d|forty)\S* degrees)\b|\b(?:the|a|heavy|wet|cold) (?:monsoon|storm|snow|rain|rainfall|traffic|weather|tide|heatwave|pandemic) (?:was (?:very|so|terrible|awful|bad)|is|has|had|affect\w*|meant|made|closed|delayed)\b|\b(?:cause|reason): (?:weather|traffic|demand)\b|\bthere(?:'s| is| was) a strike\b|\bweeks? before christmas (?:are|is|was|were)\b|\b(?:van|car|truck|lorry) (?:wouldn'?t|would not|didn'?t|couldn'?t) start\b`,
    String.raw`\b(?:i'?m|there'?s|there is|we'?re|we are) (?:only |just )?(?:one|two|three) (?:of me|bloke|man|woman|person|people|of us)\b|\bwe'?re a (?:startup|start-up)\b|\b(?:are|is) only human\b|\b(?:intentions|intention) (?:were|was|are) (?:of the best|good|only)\b|\b(?:thought|trying|tried) (?:i|we|to)(?: was| were)? (?:paying|do(?:ing)?) you a (?:favour|favor|compliment)\b`,
  ].join('|'),
  'gi',
);

/** Busy, few, ill, tired, new. */
export const HARD_TIMES = new RegExp(
  [
    String.raw`\b(?:short[- ](?:staffed|handed)|under[- ]?staffed|snowed under|run(?:ning)? off (?:our|their|its|my) feet|up to (?:our|my) (?:eyes|ears|necks?)|on its knees|under the cosh|all hands (?:to|on)|up the wall|growing pains|teething (?:problems|troubles|issues)|finding (?:our|their|its) feet|bedding in|settling in|one of those (?:days|nights|weeks|mornings)|perfect storm|staffing (?:challenges|issues|problems|shortages?))\b`,
    String.raw`\b(?:we|i|it|team|staff|kitchen|things|everyone|they|office|crew|which|line|lines|was|were|been)(?:'ve|'re|'s|'m| have| has| are| is| was| were| am)?(?: been)? (?:all )?${VERY}(?:rammed|swamped|slammed|hectic|manic|chaos|chaotic|mayhem|flat out|stretched|overwhelmed|overstretched|busy|mental|bonkers|crazy|inundated|heaving|run ragged|under (?:\w+ )?(?:pressure|strain))\b(?! on the phone)`,
    String.raw`\b(?:called|calling|rang|phoned|ringing) in sick\b|\b(?:are|is|was|were|being) off (?:sick|ill|with)\b|\b(?:down|off|out|ill|sick) with (?:covid|flu|that bug|a bug|a cold|the flu)\b|\b(?:chef|chefs|staff|instructors?|organiser|driver|groomer|teacher|mechanic|manager|colleague|one of us|two of us) (?:is|was|are|were|being|has been)? ?(?:ill|sick|poorly|unwell|down)\b`,
    String.raw`\bhaving a (?:very |really )?(?:rough|bad|tough|hard|difficult) (?:time|day|night|week|month)\b|\b(?:rough|tough|bumpy|crazy) (?:few )?(?:day|days|week|weeks|night|nights|month|months|term|season)\b|\b(?:it'?s|its|it is|it was|was|with) (?:the )?(?:christmas|easter|half[- ]term|peak (?:\w+ )?season|black friday|year[- ]end|first week of term|(?:lunch|festive|saturday|sunday|friday|weekend|holiday|christmas|dinner|morning|wedding)(?: \w+)? (?:rush|season|week))\b|\bsaturday rush\b`,
    String.raw`\bwe'?re (?:only |just )?(?:a |an )?(?:tiny|small|two[- ]person|one[- ]man|family|new|young) (?:\w+ )?(?:outfit|team|startup|start-up|business|shop|company|charity|office)\b(?! so)|\b(?:volunteers|charity run by)\b[^.!?\n]{0,40}\b(?:give up|gave|free time|spare time|can'?t|all)\b|\b(?:brand )?new (?:\w+ )?(?:system|software|computer|till|platform)s?\b[^.!?\n]{0,30}\b(?:nightmare|settling|teething|bedding|that week|literally|feet)`,
  ].join('|'),
  'gi',
);

/** Our part said out loud, or the excuse turned down: then a circumstance is an explanation. */
export const OWNED =
  /\b(?:(?:we|i) should(?:n'?t)?(?:'ve| have)|(?:our|my) (?:fault|mistake|failure|failing|job|responsibility|error|decision|bad|own)|(?:is|that'?s|it'?s) on (?:us|me)\b|(?:no|not an|isn'?t an|hardly an|any) excuse|not (?:a|the) reason|(?:we|i) (?:failed|forgot|misjudged|got (?:it|this|that) wrong|didn'?t (?:plan|tell|check|call|ring|warn)|let you down)|bad call)\b/i;
