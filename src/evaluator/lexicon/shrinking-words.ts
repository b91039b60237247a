/** Words that make the thing after them small. */
const SMALL =
  '(?:slight|minor|small|little|lil|tiny|teeny|teensy|wee|brief|temporary|isolated|momentary|odd|modest|trivial|trifling|mere|routine|cosmetic|clerical|honest|short)';
/** What went wrong, as a noun. */
const FAILURE = String.raw`(?:hiccups?|hiccoughs?|glitch(?:es)?|blips?|wobbles?|departures?|delays?|mix[- ]?ups?|issues?|errors?|mistakes?|slips?|slip[- ]?ups?|oversights?|bugs?|typos?|problems?|interruptions?|disruptions?|outages?|incidents?|faults?|scratch(?:es)?|marks?|noises?|loss|muddles?|snags?|oops|scrapes?|cracks?|stains?|dents?|inaccurac(?:y|ies)|discrepanc(?:y|ies)|misunderstandings?|confusion|setbacks?|episodes?|flaws?|defects?|latency|leaks?|draughts?|splinters?|trips?|failed \w+|late \w+)`;

/** "A slight delay", "a brief technical interruption", "the odd failed payment". */
export const SMALL_FAILURE = new RegExp(
  String.raw`(?:\b(?:a|an|the|this|one|some|these|our) )?\b(?:(?:just|only|merely|very|rather|fairly) )?(?:\b(?:a |the )?bit of an? |\b${SMALL} )(?:(?:${SMALL}|[\w-]{3,12}|it) ){0,2}${FAILURE}\b|\b(?:hiccups?|blips?|glitch(?:es)?|teething (?:problems|troubles|issues))\b|\b(?:bit of an? (?:\w+ )?(?:faff|nuisance|pain|bother|muddle|wobble|kerfuffle)|(?:slight|little|minor) (?:technical|admin|clerical) \w+)\b`,
  'gi',
);

/** The failure is called normal, rare or harmless. */
export const NORMAL_OR_RARE = new RegExp(
  [
    String.raw`\b(?:mistakes|accidents|errors|things|these things|such things|stuff|it)(?: like [^.!?\n]{1,40}?)? (?:(?:do|does|can|will|sometimes|just|inevitably) ){0,2}(?:happens?|occur)\b(?=[^?\n]{0,40}[.,;!?\n]|[^?\n]{0,40}$)(?<!\b(?:when|if|how|before|after|ensure|why|that|make sure|again) \w+ ?(?:does |do |can |will )?happens?)`,
    String.raw`\b(?:no big deal|no biggie|not the end of the world|isn'?t the end of the world|nothing (?:major|serious|to (?:worry|lose sleep) (?:about|over))|no (?:lasting )?harm (?:was |has been |is )?(?:done|came)|nobody (?:died|was (?:seriously )?(?:hurt|affected))|happens to (?:everyone|everybody|anyone|the best|all of us|us all)|(?:could|would|can) happen to any(?:one|body)?\b|to err is human|part and parcel|drop in the ocean|rounding error|storm in a teacup|lose (?:any )?sleep over|grand scheme|scheme of things|small beer|you'?ll live|never hurt any|anyone would have|bat an eyelid|(?:scarcely|barely|hardly|doubt anyone) (?:notice|noticed|noticeable|visible)|practically nothing|(?:perfectly|quite|totally) normal\b|(?:minor|trifling|trivial) thing\b|mistakes (?:do |can |will )?creep in|overwhelming majority|(?:ninety[- ]\w+|99) out of (?:a |every )?(?:hundred|100)|(?:that'?s|thats|is) all\b(?=[.,!\n]|$)|for (?:a (?:short|little|brief) (?:time|while|period)|a few moments|a sec\b))`,
    String.raw`\b(?:an? )?(?:isolated|one[- ]off|one[- ]time|extremely rare|very rare|rare) (?:\w+ )?(?:incident|case|occurrence|event|instance|slip|error|mistake|exception)\b|\b(?:was|were|is|been) (?:just |only |merely )?(?:a|an) (?:one[- ]off|exception)\b|\b(?:it'?s|this is|it is) (?:very |extremely |really )?(?:rare|unusual|uncommon) (?:for|that)\b|\b(?:very|extremely|only) rarely\b`,
    String.raw`\b(?:(?:in no way|not|isn'?t|hardly|definitely not) (?:at all )?(?:typical|reflective|representative|characteristic) of|(?:is|was)(?:n'?t| not) (?:like us|the \w+ experience we'?re known))\b|\bslip of the (?:pen|mouse|tongue|hand)\b`,
  ].join('|'),
  'gi',
);

/** "It's only a coffee", "just a few days late", "a small number of users", "a teeny bit late". */
export const ONLY_THAT = new RegExp(
  [
    String.raw`\b(?:it|that|this|they|which|lost|is|was)(?:'s|'re| was| is| were| are|s)?,? (?:like |after all, )?(?:only|just|merely|no more than|nothing more than) (?:an? |one |\d|[£$€]|kids|cosmetic|slight|minor|some |staging|fifteen|ten )|\b(?:it'?s|its|this is) an? (?:[£$€]|\d+ (?:dollar|euro|pound|quid))|\b(?:was|is|were) (?:(?:only|fairly|quite|rather|very|merely|just) )?(?:slight|small|minor|cosmetic|trivial)\b(?=[.,!;\n]|$)`,
    String.raw`\b(?:just|only|merely|a mere|mere) (?:a (?:few|couple(?: of)?|little|bit|touch|tad)|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty) ?(?:mins?|minutes?|hours?|hrs?|days?|weeks?|wks?|months?|late|short|off|wait)\b`,
    String.raw`\b(?:a|an) (?:little|bit|(?:teeny|wee|tiny|little) bit|touch|tad|smidge|fraction|trifle)(?: of)? (?:late|later|off|slow|slower|short|temperamental|annoying|wrong|cold|under|over|below|above|noise|rough|messy|delayed|behind|damaged|mould|muddle\w*)\b|\b(?:little|bit) late\b|\b(?:slightly|somewhat|marginally|fractionally) (?:late|later|delayed|short|off|raised|elevated|damaged|scratched|longer|slower|below|wrong|overcharged|out)\b`,
    String.raw`\b(?:a|an|only a|just a) (?:(?:very |relatively |quite )?(?:small|tiny|limited|minute|low|modest) (?:number|subset|fraction|minority|proportion|percentage|portion|group|handful|set|quantity|amount)|handful|tiny fraction|subset) of\b|\b(?:some|a few|few) (?:of (?:you|our [\w ]{3,20})|users|customers|members|requests|viewers|passengers|guests|people|visitors|data) (?:may|might|could|saw|see|experienced|have noticed)\b`,
  ].join('|'),
  'gi',
);
