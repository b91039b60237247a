/** Apologies so large that one is enough: the reader is asked to comfort the writer. */
export const GROVEL = new RegExp(
  String.raw`\b(?:${[
    String.raw`(?:can(?:no|')?t|could(?:n't| not| never)) (?:possibly |ever )?(?:apologi[sz]e|say sorry|say (?:it|how sorry \w+ (?:am|are))|express)[^.!?\n]{0,25}(?:enough|how|sorry)`,
    "(?:say|said) sorry enough|words (?:can(?:no|')?t|could never|cannot begin|fail|are not enough)",
    '(?:have|got) no(?:t)? words',
    '(?:a )?(?:thousand|million|hundred|1000) (?:apologies|pardons|sorrys|sorries|times sorry)',
    String.raw`sorry (?:x|times) ?\d{2,}`,
    String.raw`(?:never|hardly|can'?t|cannot|don't know (?:how|if) [^.!?\n]{0,12}) forgive (?:myself|ourselves)`,
    String.raw`(?:don'?t|do not|doesn'?t) deserve (?:you\b|your (?:forgiveness|custom|kindness)|the job|customers|guests|clients|to be)`,
    '(?:fall|fell|drop|go down|on|down on) (?:at your feet|(?:my|our|bended) knees)|(?:we|i) grovel',
    'prostrate (?:myself|ourselves)|drowning in shame|(?:crawl|hide) under',
    String.raw`(?:i'?m|i am|we'?re|we are) (?:just |honestly |simply |such )?(?:the worst\b|an idiot|a terrible (?:person|human)|terrible people)`,
    String.raw`sick (?:to (?:my|our) stomachs?\b|with (?:guilt|shame))|have mercy`,
    'no apology (?:could|can|will|would) ever',
  ].join('|')})`,
  'gi',
);

/** Strong feelings about oneself: one is human, two are a display. */
export const SHAME = new RegExp(
  String.raw`\b(?:${[
    'mortified|ashamed|disgusted (?:with|at) (?:my|our)sel(?:f|ves)|unforgiv(?:e)?able|inexcusable',
    'beside (?:myself|ourselves)',
    '(?:feel|feeling|felt) (?:absolutely |just |so |really |utterly )?(?:terrible|awful|dreadful|horrible|sick)',
    "(?:didn'?t|haven'?t|barely|hardly) (?:sleep|slept)|never forgive|hate (?:myself|ourselves)",
  ].join('|')})\b`,
  'gi',
);
