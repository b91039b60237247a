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

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Every misspelling of a key word by one letter too many, too few, wrong or changed places → the word. The first
 * letter is taken as right, and so is the last: that is where a word bends ("refunds", "promised").
 */
export function misspellings(): Map<string, string> {
  const found = new Map<string, string>();
  const keep = new Set([...KEY_WORDS, ...OTHER_WORDS]);
  for (const word of KEY_WORDS) {
    const add = (slip: string): void => {
      if (!keep.has(slip) && !found.has(slip)) found.set(slip, word);
    };
    for (let at = 1; at < word.length; at += 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      for (const letter of LETTERS) add(head + letter + tail);
      if (at > 1) add(head.slice(0, -1) + tail.charAt(0) + head.slice(-1) + tail.slice(1));
      if (at === word.length - 1) continue;
      add(head + tail.slice(1));
      for (const letter of LETTERS) add(head + letter + tail.slice(1));
    }
  }
  return found;
}
