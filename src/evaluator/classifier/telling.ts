const WORDS = new Set('sorry but we i you our not because due'.split(' '));
const FAMILIES = /^(?:apolog\w*|refund\w*|mistake\w*|<\w+>)$/;
const FIRST_OF_FAMILIES = 'arm<';

/** The words that change how a neighbour reads. */
export const tellingOf = (tokens: readonly string[]): string[] =>
  tokens.filter(
    (token) => WORDS.has(token) || (FIRST_OF_FAMILIES.includes(token.charAt(0)) && FAMILIES.test(token)),
  );
