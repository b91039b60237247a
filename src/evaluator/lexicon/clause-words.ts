/** Up to n words of the same clause: a bounded gap, so that patterns stay linear. */
export const gap = (words: number): string => String.raw`(?:[^\s.!?;]{1,24}[ ,]+){0,${words}}`;
