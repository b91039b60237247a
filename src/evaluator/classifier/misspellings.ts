/** Words that a verdict can hang on, long enough that one slip of the finger rarely makes another word. */
const KEY_WORDS =
  'sorry apology apologies apologise apologize apologises apologizes apologised apologized apologising apologizing refund refunded refunding replacement reimburse reimbursed compensate compensation discount voucher mistake mistakes inconvenience unfortunately unacceptable understanding responsible responsibility frustrating frustration frustrated disappointed disappointing disappointment misunderstanding experience cancelled delivery delivered received guarantee because however although happened patience appreciate immediately tomorrow standards terrible embarrassing appointment forgotten'.split(
    ' ',
  );

/** Words of their own, one slip from a key word. */
const OTHER_WORDS = new Set(
  'worry lorry refind sorties mistaken mistaker misstate misstates responsive frustrate delayed deceived relieved receiver canceled livery delivers deliverer miscount viscount vouched discounts compensated reimburses patients happens standard'.split(
    ' ',
  ),
);

/** Shorter words are no slip of a key word: the shortest has five letters. */
const SHORTEST = 4;

/** Key words by the code of their first letter, in the order of the list: where a slip is one of two, the first is meant. */
const BY_LETTER = new Map<number, string[]>();
for (const word of KEY_WORDS) {
  const code = word.charCodeAt(0);
  const others = BY_LETTER.get(code);
  if (others) others.push(word);
  else BY_LETTER.set(code, [word]);
}
const NO_WORDS: readonly string[] = [];

const MEANT = new Set([...KEY_WORDS, ...OTHER_WORDS]);

/**
 * The key word that a lower-case word is a misspelling of, by one letter too many, too few, wrong or changed places.
 * The first letter is taken as right, and so is the last: that is where a word bends ("refunds", "promised").
 */
export function keyWordMeantBy(slip: string): string | undefined {
  if (slip.length < SHORTEST) return undefined;
  const word = (BY_LETTER.get(slip.charCodeAt(0)) ?? NO_WORDS).find((word) => isOneSlip(slip, word));
  return word === undefined || MEANT.has(slip) ? undefined : word;
}

function isOneSlip(slip: string, word: string): boolean {
  const more = slip.length - word.length;
  if (more < -1 || more > 1) return false;
  const shorter = Math.min(slip.length, word.length);
  // How far they are alike from the beginning, the last letter left out, and then from the end.
  let from = 1;
  while (from < shorter - 1 && slip.charCodeAt(from) === word.charCodeAt(from)) from += 1;
  let alike = 0;
  while (
    alike < shorter - from &&
    slip.charCodeAt(slip.length - 1 - alike) === word.charCodeAt(word.length - 1 - alike)
  )
    alike += 1;
  const left = word.length - from - alike;
  if (more === 0 && left === 2) return changedPlaces(slip, word, from);
  if (alike === 0) return false;
  if (more === -1) return left === 1;
  return left === (more === 0 ? 1 : 0) && isLetter(slip.charCodeAt(from));
}

const changedPlaces = (slip: string, word: string, at: number): boolean =>
  slip.charCodeAt(at) === word.charCodeAt(at + 1) && slip.charCodeAt(at + 1) === word.charCodeAt(at);

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
