/** Feelings and reactions of a reader, as adjectives or participles. */
export const FEELING = String.raw`(?:upset|disappointed|dissatisfied|unhappy|unsatisfied|displeased|frustrated|annoyed|angry|cross|offended|hurt|let down|ignored|misled|aggrieved|put out|disgruntled|bothered|distressed|alarmed|worried|anxious|embarrassed|insulted|not (?:happy|satisfied|pleased))`;

/** Words by which a sender grants that a feeling is fair. */
export const TRYING = String.raw`(?:frustrating|upsetting|annoying|worrying|stressful|frightening|scary|infuriating|maddening|disappointing|embarrassing|distressing|exhausting|horrible|awful|miserable|unsettling|confusing|unpleasant|painful|alarming|galling|rotten|unnerving|gutting|trying|inconvenient)`;
