const WORDS = new Set('sorry but we i you our not because due'.split(' '));
const FAMILIES = /^(?:apolog\w*|refund\w*|mistake\w*|<\w+>)$/;

/** The words that change how a neighbour reads. */
export const tellingOf = (tokens: readonly string[]): string[] =>
  tokens.filter((token) => WORDS.has(token) || FAMILIES.test(token));
