const words = (list: string): readonly string[] => list.split(' ');

/**
 * Words that a rewrite by somebody else may add, because none of them says what happened, to whom, how much, when,
 * or what will be done. No negation is among them: it would turn a fact round.
 */
export const FREE_WORDS: ReadonlySet<string> = new Set([
  ...words('a an the this that these those such which who whom whose what it its there here'),
  ...words(
    'i me my mine myself we us our ours ourselves you your yours yourself he him his she her they them their',
  ),
  ...words('am is are was were be been being have has had having do does did doing'),
  ...words('will would can could should may might must shall let'),
  ...words(
    'and or so as if when while because since where how why than then that though also too very really',
  ),
  ...words('to of in on at by for from with about into over after before during through between out up down'),
  ...words('sorry apology apologies apologise apologize apologised apologized sincere truly deeply'),
  ...words('thank thanks you please dear hi hello regards'),
  ...words('understand understandable know see realise realize hear imagine feel felt'),
  ...words(
    'frustrating frustration upsetting disappointing disappointment annoying worrying stressful difficult',
  ),
  ...words(
    'trouble inconvenience situation matter issue experience way thing things part all any some more most',
  ),
  ...words('caused cause happened happen made make put took take gave give given got get let meant'),
  ...words('mistake wrong right better own ours responsibility responsible fault'),
  ...words('able want like tell told telling raise raised raising reply write wrote patience time'),
]);

/** In small letters. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The same for all forms of a word, roughly; numbers have one form only. */
export const stem = (word: string): string => {
  if (word.length < 5 || /\p{N}/u.test(word)) return word;
  const root = word.replace(/(?:ing|ed|es|s|d|e|ly)$/, '');
  return root.length < 3 ? word : root.replace(/([^aeiou])\1$/, '$1');
};

/** Whether it is one of these words, or several of them. */
export const isFree = (words: string): boolean =>
  words
    .toLowerCase()
    .split(/['’\s]+/)
    .every((word) => FREE_WORDS.has(word) || CLIPPED.has(word));

/** What is left of "I'm", "we've", "you'll". */
const CLIPPED: ReadonlySet<string> = new Set(['m', 's', 're', 've', 'll', 'd']);
