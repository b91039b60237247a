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

const OWN_WORDS = new Set([...KEY_WORDS, ...OTHER_WORDS]);

/** Looked at in this order: a slip of two key words is taken for the first. */
const BY_FIRST_LETTER = Map.groupBy(KEY_WORDS, (word) => word.charCodeAt(0));

/**
 * The key word that somebody meant, or nothing for a word of its own: one letter too many, too few, wrong or changed
 * places. The first letter is taken as right, and so is the last: that is where a word bends ("refunds", "promised").
 */
export function meantBy(word: string): string | undefined {
  const near = BY_FIRST_LETTER.get(word.charCodeAt(0))?.find((key) => isSlip(word, key));
  return near !== undefined && OWN_WORDS.has(word) ? undefined : near;
}

function isSlip(word: string, key: string): boolean {
  const longer = word.length - key.length;
  if (longer < -1 || longer > 1) return false;
  let at = 1;
  while (at < key.length && word.charCodeAt(at) === key.charCodeAt(at)) at += 1;
  if (longer < 0) return sameFrom(word, at, key, at + 1) && (at < key.length - 1 || endsTwice(key));
  if (longer > 0) return sameFrom(word, at + 1, key, at) && isLetter(word, at) && (at < key.length || endsTwice(word));
  return at < key.length - 1 && (swapped(word, key, at) || (isLetter(word, at) && sameFrom(word, at + 1, key, at + 1)));
}

/** Whether both end alike from these places on; both have as many letters left. */
function sameFrom(word: string, at: number, key: string, keyAt: number): boolean {
  for (let i = 0; at + i < word.length; i += 1)
    if (word.charCodeAt(at + i) !== key.charCodeAt(keyAt + i)) return false;
  return true;
}

const swapped = (word: string, key: string, at: number): boolean =>
  word.charCodeAt(at) === key.charCodeAt(at + 1) &&
  word.charCodeAt(at + 1) === key.charCodeAt(at) &&
  sameFrom(word, at + 2, key, at + 2);

/** A last letter twice: one of the two stands inside the word. */
const endsTwice = (word: string): boolean => word.at(-1) === word.at(-2);

function isLetter(word: string, at: number): boolean {
  const code = word.charCodeAt(at);
  return code >= 97 && code <= 122;
}
