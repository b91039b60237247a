/** Up to n words of the same clause: a bounded gap, so that patterns stay linear. */
export const gap = (words: number): string => String.raw`(?:[^\s.!?;]{1,24}[ ,]+){0,${words}}`;

/** First person of the sender or the company, with the helping verbs that may stand before the main verb. */
export const WE = String.raw`\b(?:we|i)(?:'(?:ve|d|m|re|ll))?`;
