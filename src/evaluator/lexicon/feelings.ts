/** Feelings and reactions of a reader, as adjectives or participles. */
export const FEELING = String.raw`(?:upset|disappointed|dissatisfied|unhappy|unsatisfied|displeased|frustrated|annoyed|angry|cross|offended|hurt|let down|ignored|misled|aggrieved|put out|disgruntled|bothered|distressed|alarmed|worried|anxious|embarrassed|insulted|not (?:happy|satisfied|pleased))`;
