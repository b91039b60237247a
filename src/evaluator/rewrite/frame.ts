/**
 * How messages open and close. Both are kept word for word, so the one question here is where they end.
 */
const SALUTATION =
  /^["“]?(?:hi|hey|hiya|hello|hallo|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|to (?:the(?! extent)|whom|our|all|every\w*))\b/i;
const SALUTATION_TO_MARK =
  /^["“]?[\p{L} ]{1,20}(?:\b(?:mr|mrs|ms|dr|sra?)\.|[^,.!?:;\n–—]){0,50}(?:[,!]|[:.](?=\s|$)|\s[–—-](?=\s))+/iu;
const SALUTATION_AND_NAME =
  /^["“]?(?:[Hh]i|[Hh]ey|[Hh]iya|[Hh]ello|[Dd]ear|[Mm]orning)(?: (?:there|all|both|mate|hun|team|folks|everyone|Mr|Mrs|Ms|Dr|\[[A-Z]+\]|\p{Lu}\p{Ll}+)){1,3}(?=\s)/u;
const HANDLE =
  /^(?:@[\w.]{1,40}:?|\[[A-Z ]{2,20}\][,:]?|[A-Z][\w&']{1,20}(?: [A-Z][\w&']{1,20})?:|\d{1,2}[:.]\d{2}(?: [A-Z]{2,4})? [–—-])(?=\s)/;
/** A label of a report, not of a message. */
const HEADING =
  /^(?:summary|impact|cause|status|update|incident|timeline|next|resolved|detection|remediation|what happened|dog|cat|patient|subject|note|say|script|background|issue|problem)\b/i;
const NAME = /^[\p{Lu}]\p{Ll}{2,20}(?: [\p{Lu}]\p{Ll}{1,20})?,(?=\s)/u;
const NO_NAME =
  /^(?:unfortunately|however|sadly|yes|no|sorry|first|firstly|right|so|well|oh|honestly|look|today|yesterday|sure|okay|apologies|thanks|flowers|also|anyway|hands|again|finally|now|still|resolved|regarding|gosh|wow|ah|ha|aw|oops|listen|members)\b/i;

/** A salutation that has a line to itself may be as long as this, in words. */
const LONGEST_ADDRESS = 16;

/** Length of the salutation that a line opens with, 0 for none. `atStart`: the first line of the draft. */
export function greetingLength(line: string, atStart: boolean): number {
  if (/^\p{Lu}{4,} \p{Lu}{4,}/u.test(line)) return 0;
  if (SALUTATION.test(line)) {
    const marked = SALUTATION_TO_MARK.exec(line)?.[0];
    if (marked && wordsIn(marked) <= 8) return marked.length;
    // "Dear Parents and Students of the Dental Hygiene Program," alone on its line.
    if (/,\s*$/.test(line) && wordsIn(line) <= LONGEST_ADDRESS && !/[.!?]\s/.test(line)) return line.length;
    if ((wordsIn(line) <= 6 || (/^to /i.test(line) && wordsIn(line) <= 16)) && !/[.!?]\s/.test(line))
      return line.length;
    return (
      SALUTATION_AND_NAME.exec(line)?.[0].replace(
        / (?:We|Thank|Thanks|Sorry|So|Our|Your|The|This|It|Just|Please)$/,
        '',
      ).length ?? 0
    );
  }
  if (!atStart) return 0;
  const handle = HANDLE.exec(line)?.[0];
  if (handle && !HEADING.test(handle)) return handle.length;
  return NO_NAME.test(line) ? 0 : (NAME.exec(line)?.[0].length ?? 0);
}

const CLOSER =
  /^(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|all good)? ?(?:my )?(?:regards|wishes|thanks|love|sympathy|apologies)|yours|yours (?:sincerely|faithfully|truly)|sincerely|respectfully|cheers|best|take care|thanks|thank you|ta|regards|happy \p{L}+|with \p{L}+ \p{L}+|with many sorry|for and on behalf of .*|love,? .*)[,.!]*(?: x+)?$/iu;
const SIGNATURE =
  /^[-–—~ ]{0,3}(?:for )?[\p{Lu}][\p{L}.'’&-]*(?:[ ,|/–-]+(?:[\p{Lu}(][\p{L}.'’&)-]*|the|of|and|&|for|from|at|on|behalf|x+|\d{1,2})){0,8}[.!]?(?: ?x+)?$/u;
const SPEAKS =
  /^(?:sorry|thanks?|apologies|please|no|yes|ok|done|fixed|resolved|oops|never|again|everything|all|hands)\b/i;

/** Whether a unit near the end is a closing formula or a signature. */
export function isSignOff(text: string): boolean {
  const words = text.trim();
  if (words.length > 90 || words.includes('?')) return false;
  if (CLOSER.test(words) || OPEN_SLOT.test(words)) return true;
  const closerAndName = /^(.{2,24}?),\s+(.+)$/s.exec(words);
  if (
    closerAndName?.[1] &&
    closerAndName[2] &&
    CLOSER.test(closerAndName[1]) &&
    (SIGNATURE.test(closerAndName[2]) || (wordsIn(closerAndName[2]) <= 4 && !TALKS.test(closerAndName[2])))
  )
    return true;
  return SIGNATURE.test(words) && !SPEAKS.test(words) && wordsIn(words) <= 8;
}

const INSTITUTION =
  /\b(?:team|support|dept|department|customer|client|services?|care|ltd|limited|inc|group|management|partnership|pharmacy|bank|airlines?|hotels?|company|desk|office|board|committee|council|crew|relations|claims|delivery)\b/i;

/** Whether a sign-off names a person rather than a team. */
export const signsAsPerson = (signOff: string): boolean =>
  /(?:^|[\s,-])[\p{Lu}]\p{Ll}+/u.test(
    signOff.replace(
      /^\P{L}*(?:kind|best|warm|yours|regards|many|sincerely|with|thanks?)\b[^\n,]{0,20},?/iu,
      '',
    ),
  ) && !INSTITUTION.test(signOff);

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;

const TALKS = /\b(?:i|we|you|it|will|is|are|was|were|has|have|can|sorry|thanks?|please|not|been|be)\b/i;

/** A line of its own without a full stop or a verb: a heading at the top, a signature at the end. */
export const isBareLine = (text: string): boolean =>
  wordsIn(text) <= 8 &&
  /^[\p{Lu}\d[(#]|^pp /u.test(text) &&
  !/[.!?…,;]$/.test(text) &&
  !TALKS.test(text) &&
  !SPEAKS.test(text);

const OPEN_SLOT = /^(?:\[[^\]]{1,40}\]|\{\{?[^}]{1,40}\}?\}|<[^>]{1,40}>)$/;

/** "Re:", "Our ref": lines about the letter, not of it. */
export const isReference = (text: string): boolean =>
  /^(?:re|ref|subject|our ref|your ref|account|policy|claim|order|date|cc)\b ?[.:#]/i.test(text);
