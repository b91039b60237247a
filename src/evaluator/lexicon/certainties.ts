/** What goes wrong again, or does not. */
const RECUR = '(?:happen|occur|recur|be repeated|repeat(?: itself)?|take place|arise|be the last)';
const WILL = "(?:will|'ll|wi?ll|shall|can|could|would|going to|gonna|are|is)";

/** It will never, it cannot happen again. Purpose clauses ("so that it does not happen again") are taken out by the rule. */
export const NEVER_AGAIN = new RegExp(
  [
    String.raw`\b(?:(?:will|shall|can|could|would) ?(?:not|never)|won'?t|cannot|can'?t|never) (?:ever |possibly )?(?:gonna |going to )?(?:ever )?${RECUR}(?:,? ever)?(?: again)?\b`,
    String.raw`\bnever,? (?:ever,? )?(?:again|gonna)\b|\b${WILL} (?:never|not ever)(?:,? ever)? (?:again )?(?:be|have|get|see|lose|wait|find|double|hang|miss|fail|receive|need|leave|let|send|charge|do|make|go|come|happen|suffer|face|experience)\b|\b(?:you'?re|you are) never [^.!?\n]{3,40}whatever happens\b`,
    String.raw`\b(?:won'?t|will not|never) [^.!?\n]{3,50} (?:ever again|again,? (?:ever|guaranteed|full stop))\b|\b(?:never,? (?:ever )?|nothing like this |no \w+ (?:of ours )?)(?:will|can|shall|is going to)\b[^.!?\n]{0,50}\bagain\b`,
    String.raw`\b(?:not|isn'?t) the (?:remotest|slightest) chance\b|\blast \w+ you'?ll (?:ever )?see\b|\bnothing can go wrong\b|\b(?:bulletproof|foolproof|immune to)\b`,
  ].join('|'),
  'gi',
);

/** Certainty put on show: promises, guarantees, oaths, percentages. */
export const SWORN = new RegExp(
  [
    String.raw`\b(?:i|we|can|fully|absolutely|personally) guarantee (?:that |you |we|i|it|this|a |100|henceforth|every)|\bguaranteed(?=[.!,)]| (?:to|by))|\b(?:my|our|a) (?:\w+ )?(?:word|guarantee|vow)(?:,? that|:| (?:nothing|this|it|you))|\b(?:on my life|cross my heart|pinky (?:swear|promise)|cast[- ]iron|come hell or high water|mark my words|bank on it|no two ways|no question|nothing surer|hand on heart,? (?:it|this|you))\b`,
    String.raw`\b(?:promise|swear|assure|promise to|swear to)(?: you)?,?(?: that)? (?:you(?:'ll| will| won'?t)|(?:it|this|that|we|they|he|she|there)(?:'ll| will| won'?t| can'?t| cannot)(?: (?:be|never|not|always|definitely|100\S*|happen|all))|nothing|never|from now|your \w+ will|every|10[01] ?%)|\bthat(?:'s| is) a (?:\w+ )?promise\b`,
    String.raw`\b(?:will|'ll|be|coming|ready|done|guarantee|should|assure(?: you)?)\b[^.!?\n]{0,30}\b(?:10[01]|1000|110) ?(?:%|per ?cent|percent)(?! (?:refund|of|off|sure|right|discount|responsib\w+|your|agree))|\b(?:will|'ll|we will|shall) (?:definitely|def|certainly|undoubtedly|absolutely|surely|always) (?!(?:look into|check|pass|let|try|call|ring|keep|take|ask|see|work|remember|consider|inform|share|assist|help|update|be (?:here|in touch|happy|glad|sorry|grateful|a)))\w+|\b(?:definitely|certainly|def) (?:will|arrives?|be (?:there|with|found|done|fixed|sorted))\b|\bwithout fail\b|\bonce and for all\b|\bsorted for good\b|\b(?:will|'ll|arrives?|it'?s)\b[^.!?\n]{0,40}\bno matter what\b`,
  ].join('|'),
  'gi',
);

/** Without limit: anything you want, whatever it takes, perfect from now on. */
export const UNLIMITED = new RegExp(
  [
    String.raw`\bwhatever it takes\b|\b(?:literally|absolutely) anything\b|\b(?:anything|whatever) you (?:could )?ever (?:want|need|like|ask|desire)\b|\bwhatever you (?:need|want),? (?:from (?:now|here)|seriously|literally|it'?s yours)|\byou name it and\b|\bjust name it\b|\bsky'?s the limit\b|\bstop at nothing\b|\bwhatever happens\b`,
    String.raw`\b(?:every|each|all|any) (?:\w+ ){0,4}(?:from now on|from here on|in (?:the )?future|again)?(?: ?for you)? ?(?:will|shall|is going to) (?:\w+ )?be (?:perfect|flawless|spotless|on time|pain[- ]free|impeccable)|\b(?:will|'ll|is going to) (?:always )?be (?:absolutely |completely |simply )?(?:perfect|flawless|impeccable|spotless)\b|\b(?:from now on|from here on|henceforth)\b[^.!?\n]{0,40}\b(?:always|every(?: single)?|each|never|perfect)\b|\b(?:will|'ll) always\b(?= (?:be (?:seen|on|served|perfect|there by)|arrive|get|receive|have))`,
    String.raw`\b(?:we|i)(?: will|'ll| shall)? (?:ensure|make sure|see to it|guarantee) (?:that )?(?:this|it|such \w+|that|you|nothing)(?:'ll|'re| will| does| do| are| is|) ?(?:not|n'?t|never)\b|\bmake sure you'?re never\b|\bconfident that your next \w+ will be\b|\bsee to it that this does not\b|\byou can rely on us to do\b`,
  ].join('|'),
  'gi',
);
