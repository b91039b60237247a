/** What a sentence that is no background speaks of: the reader, sorrow, repair, what comes next. */
export const NOT_BACKGROUND =
  /\b(?:i|i'm|my|you|you'?(?:ve|re|d|ll)|sorry|apolog\w*|thank\w*|refund\w*|replac\w+|credit(?:ed)?|voucher|will|we'?ll|i'?ll|please|regards|dear|hi|hey|sir|madam|folks|hello|kindly|leave|acknowledged|(?:is|are) \w{3,12}ing|cheers|sincerely|now|again|nobody|i'?ve|we'?ve|is back|attached)\b/i;

/** How something works or came to pass: habits in the present, and the links of a chain. */
export const MECHANISM =
  /\b(?:because|so|since|which|while|whereas|then|therefore|hence|meant|when|whenever|after|once|until|due to)\b|\b(?:comes?|goes|go|reads?|sorts?|sits?|keeps?|runs?|sends?|uses?|carr(?:y|ies)|expires?|depends?|hands?|speaks?|batches|holds?|checks?|fails?|drops?|retries|rebalanc\w+|requires?|shares?|sticks?|triggers?|transmits?|backs?|starts?|stops?|differs?|refills?|heats?|rises?|arrives?|feeds?|pads?|lapses?|pulls?|turns?|is (?:\w+ )?(?:\w+ed|set|kept|held|fed|drawn|sent|read|run|under|behind|old|original|called)|are (?:\w+ed|set|kept|held|fed|drawn|sent|old|oilier))\b/i;

/** What might have been. */
export const HYPOTHETICAL =
  /\bhad (?:the|a|an|we|i|it|they|he|she|[\w-]{2,12}'s)\b(?! (?:been (?:told|asked)|to)\b)|\bif (?:we|i|it|they|the \w+|she|he|\w+)(?:'d| had)\b|\b(?:could|would|might) (?:still |well )?(?:have|'ve)\b/gi;
