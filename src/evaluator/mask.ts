import { matchesOf } from './matches.ts';

/** A slot that a rewrite leaves for the sender ("[what exactly went wrong]"). */
export const OPEN_QUESTION = /\[(?:what|who|when|which|why|how)\b[^\]\n]{0,80}\]/gi;

/** Whether words are such a slot and nothing else. */
export const isOpenQuestion = (words: string): boolean => words.replace(OPEN_QUESTION, '') === '';

/**
 * Such a slot with the lead-in before it ("Our part in this: [what we did]"). It says nothing yet, so no rule
 * but `unfilled-placeholder` reads it (codebook, ruling 37).
 */
const UNANSWERED =
  /(?:(?<![\p{L}'])\p{L}[\p{L}', ]{2,28}: ?)?\[(?:what|who|when|which|why|how)\b[^\]\n]{0,80}\]/giu;

/**
 * Blanks out what is not the sender speaking: code, links, addresses, quoted lines and pasted threads,
 * words in quotation marks. The result has the length of the text, so offsets hold in both.
 */
export function maskOthersWords(text: string): string {
  let prose = text;
  for (const [sign, pattern] of ALWAYS_MASKED)
    if (prose.includes(sign)) prose = prose.replace(pattern, blank);
  prose = cutPastedThread(prose);
  return maskQuotations(prose);
}

/**
 * What to mask, each with a sign that must stand in a text for it to be there: most drafts have none, and looking for a
 * sign costs less than a search. Bounded repetition keeps every pattern linear on long runs without a space.
 */
const ALWAYS_MASKED: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['[', UNANSWERED],
  ['```', /```[^`]{0,12000}```/g],
  ['`', /`[^`\n]{1,300}`/g],
  ['://', /<?\bhttps?:\/\/[^\s<>]{1,2000}>?/gi],
  ['.', /\bwww\.[^\s<>]{1,500}/gi],
  ['@', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g],
  ['>', /^[ \t]{0,8}>.{0,4000}$/gm],
  ['&gt;', /^[ \t]{0,8}&gt;.{0,4000}$/gm],
  // Headers of a pasted e-mail.
  [':', /^[ \t]{0,8}(?:From|To|Cc|Sent|Date|Subject|Betreff):[ \t].{0,500}$/gim],
];

const THREAD_BREAK =
  /^[ \t]{0,8}(?:-{2,}[ \t]?(?:Original Message|Forwarded message)[ \t]?-{2,}|On .{6,120} wrote:)[ \t]*$/im;
/** Stands in a text, or two hyphens do, where a thread may break; both are quicker to look for. */
const WROTE = /wrote:/i;

/** Only the newest message of a pasted thread is the draft. */
function cutPastedThread(prose: string): string {
  if (!prose.includes('--') && !WROTE.test(prose)) return prose;
  const at = prose.search(THREAD_BREAK);
  return at <= 0 ? prose : prose.slice(0, at) + blank(prose.slice(at));
}

// An opening mark may not stand inside: a row of opening marks without an end stays linear.
const QUOTATIONS = /"[^"\n]{1,1200}"|“[^“”\n]{1,1200}”|«[^«»\n]{1,1200}»|(?<!\w)‘[^‘’\n]{2,200}’(?!\w)/g;

const OPENING_MARK = /["“«‘]/;

/** A draft that is itself put in quotation marks is still the draft. */
const MOSTLY = 0.6;
/** A line to a colleague before it: "Can I send this?". */
const LEAD_IN = /^[^"“«‘\n]{1,120}\n\s*(?=["“«‘])/;

function maskQuotations(prose: string): string {
  if (!OPENING_MARK.test(prose)) return prose;
  const whole = prose.trim();
  const leadIn = LEAD_IN.exec(whole)?.[0] ?? '';
  let quoted = 0;
  for (const match of matchesOf(QUOTATIONS, prose)) quoted += match[0].length;
  const itselfQuoted = OPENING_MARK.test(whole.charAt(leadIn.length)) && quoted > MOSTLY * whole.length;
  if (!itselfQuoted) return prose.replace(QUOTATIONS, blank);
  return leadIn === '' ? prose : prose.replace(leadIn, blank);
}

/** Spaces of the same length; line breaks stay, so lines keep their numbers. */
const blank = (words: string): string => words.replace(/[^\n]/g, ' ');
