import { maskOthersWords } from '../mask.ts';

/** Where a clause may be taken off: dashes, semicolons, commas, and words that open a clause of reason or contrast. */
const BOUNDARY =
  /\s*[,;]?\s[–—-]{1,2}\s+|\s*—\s*|;\s+|,?\s+(?=(?:but|however|although|though|yet|because|cos|bcoz|since|whereas|albeit|mind you|then again|nevertheless|due to|owing to|thanks to|because of|as a result of|given that|as (?:we|i|it|our|there|you|the)|which|who)\b)|,\s+|\s+(?=(?:and|or|so|plus|while|&) (?:then )?(?:we|i|you|u|it|its|it's|that's|this is|there|he|she|they|please|thanks?|sorry|if|once)\b)|,\s+(?=(?:and|or|so|plus|while) (?:the|our|your|my|a)\b)|\s*\.{2,}\s+/gi;

/** "Those of you who wrote": a subject that waits for its verb. */
const UNFINISHED =
  /^(?:(?:to )?those|anyone|everyone|whoever|people|customers|whatever|for|with|regarding|as for|as to)\b(?![^,]*,)/i;

const COORDINATOR =
  /^(?:(?:and|but|so|or|yet|plus|then|though|although|however|still|mind you|then again|that said|albeit)\b,?\s*|[,;–—-]\s*)+/i;
const HANGS =
  /(?:^|\s)(?:that|is|are|was|were|be|been|because|and|but|or|so|as|if|when|to|of|for|with|by|the|a|an|in|on|at|say|saying|which|who|not|have|has|had|do|does|did|can|will|would|our|your|my|than|from|into|about|over|under|between|after|before|without|within|across|against|through|during|even|also|just|only|very|too)$/i;
/** "it was, in a sense": what waits for its complement waits behind an aside too. */
const ASIDE =
  /,\s+(?:in a (?:sense|way|manner of speaking)|so to speak|as it were|to be fair|frankly|of course)$/i;
const SUBORDINATE =
  /^(?:if|because|cos|as|when|although|though|while|whereas|since|due to|owing to|given|until|unless|in case|should|had|despite|to the extent|insofar|supposing|once)\b/i;
const RELATIVE =
  /^(?:which|who|whose|that's why|because|cos|as|since|although|though|while|whereas|than|to|of|for|with|by|from|in|at|due|owing|nor|where|until|unless|if|being|having|including)\b/i;
/** "and it shows": nothing without what it points to. */
const POINTS_BACK = /^(?:it|that|this|they)\b/i;
const REASON_PHRASE =
  /^(?:due to|owing to|because of|under|given|thanks to|as a result of|on account of|in spite of|despite|as per|per|following|amid)\b/i;
const FILLER =
  /^(?:so|anyway|well|look|right|ok|okay|hi|hey|also|yes|no|oh|ah|aw|hun|mate|folks|sir|madam|love|honestly|tbh|unfortunately|obviously|clearly|and|but|lol|haha|naturally)$/i;

/** A longer sentence has no clean cut, in UTF-16 units: each cut would read all of it again. */
const LONGEST = 1000;

/**
 * Takes the clause that holds `from..to` out of a sentence. Returns '' when nothing worth keeping would
 * stay, and `null` when no clean cut exists (what stays would hang in the air).
 * Offsets count UTF-16 units of `sentence`. Quotations, links and code are never cut through.
 */
export function cutClause(sentence: string, from: number, to: number): string | null {
  if (sentence.length > LONGEST) return null;
  const prose = maskOthersWords(sentence);
  const bracketed = cutBrackets(sentence, prose, from, to);
  if (bracketed !== null) return bracketed;
  const cuts = [0, ...[...prose.matchAll(BOUNDARY)].map(({ index }) => index), sentence.length];
  const start = Math.max(...cuts.filter((cut) => cut <= from));
  const end = Math.min(...cuts.filter((cut) => cut >= to || wordless(prose.slice(cut, to))));
  if (wordless(prose.slice(0, start)) && wordless(prose.slice(end)))
    return cutPhrase(sentence, prose, from, to);
  const joined = splice(sentence, start, end);
  return joined ?? cutPhrase(sentence, prose, from, to);
}

/** Joins what stands before and after a cut, or says why not with `null`. */
function splice(sentence: string, start: number, end: number): string | null {
  const head = sentence.slice(0, start).replace(/[\s,;–—-]+$/u, '');
  const tail = sentence.slice(end);
  const mark = /[.!?…]*["'”’)\]]*[^\p{L}\p{N}]*$/u.exec(sentence)?.[0] ?? '';
  if (isFiller(tail)) {
    if (isFiller(head)) return '';
    return canStandAlone(head) ? head + (mark.includes('?') && !asks(head) ? '.' : mark) : null;
  }
  if (isFiller(head)) {
    const rest = tail.replace(/^[\s,;–—-]+/u, '').replace(COORDINATOR, '');
    if (POINTS_BACK.test(rest) && wordsIn(rest) < 4) return '';
    return RELATIVE.test(rest) || wordsIn(rest) < 2 ? null : rest;
  }
  const rest = tail.replace(/^\s+/, '');
  if (!canStandAlone(head) || RELATIVE.test(rest.replace(/^[,;\s]+/, '').replace(COORDINATOR, '')))
    return null;
  return /^[,;–—-]/.test(rest)
    ? head + (rest.startsWith(',') || rest.startsWith(';') ? '' : ' ') + rest
    : `${head}, ${rest}`;
}

/** "(agency, not ours)": brackets go with what they hold. */
function cutBrackets(sentence: string, prose: string, from: number, to: number): string | null {
  const open = prose.lastIndexOf('(', from);
  const close = prose.indexOf(')', Math.max(from, to - 1));
  if (
    open < 0 ||
    close < 0 ||
    prose.slice(open, from).includes(')') ||
    prose.slice(from, close).includes('(')
  )
    return null;
  return joinWords(sentence.slice(0, open), sentence.slice(close + 1));
}

/** A phrase of reason inside a clause ("due to unprecedented load") can go without the clause. */
function cutPhrase(sentence: string, prose: string, from: number, to: number): string | null {
  if (!REASON_PHRASE.test(prose.slice(from, to)) || from === 0) {
    return wordless(prose.slice(0, from)) && wordless(prose.slice(to)) ? '' : null;
  }
  const head = sentence.slice(0, from).trimEnd();
  return canStandAlone(head) && !/^\s+\p{L}/u.test(sentence.slice(to))
    ? joinWords(head, sentence.slice(to))
    : null;
}

const joinWords = (head: string, tail: string): string =>
  /^\s*[,.;:!?]/.test(tail)
    ? head.trimEnd() + tail.trimStart()
    : `${head.trimEnd()} ${tail.trimStart()}`.trim();

function canStandAlone(head: string): boolean {
  const clause = head.trim().replace(ASIDE, '');
  if (wordsIn(clause) < 2 && !/^(?:sorry|apologies|thanks)$/i.test(clause)) return false;
  if (HANGS.test(clause) || UNFINISHED.test(clause)) return false;
  return !SUBORDINATE.test(clause) || /,\s+(?!(?:and|or)\b)\S+\s+\S+/.test(clause);
}

const asks = (clause: string): boolean =>
  /^(?:\W*\w+\W+){0,4}(?:is|are|do|does|did|can|could|would|will|shall|have|what|when|which|where|how)\b/i.test(
    clause,
  );
const isFiller = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}']+/gu) ?? []).every((word) => FILLER.test(word));
const wordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
