import { matchesOf } from './matches.ts';

/**
 * Whether a draft is written in another language than English. Counts function words, which every
 * sentence needs; statistical detectors need longer texts than a chat reply to be right.
 */
export function isOtherLanguage(prose: string): boolean {
  const lower = prose.toLowerCase();
  const plain = !LETTER_BEYOND_ASCII.test(lower);
  if (plain && matchesOf(PLAIN_OTHER, lower).length < LEAST_OTHER) return false;
  const words = lower.match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return false;
  if (!plain && mostlyOtherScript(prose)) return true;
  const other = countIn(OTHER, words);
  return other >= LEAST_OTHER && other > 1.5 * countIn(ENGLISH, words);
}

function countIn(list: ReadonlySet<string>, words: readonly string[]): number {
  let count = 0;
  for (const word of words) if (list.has(word)) count += 1;
  return count;
}

const LEAST_OTHER = 3;

/** Most texts have none, and patterns for the letters of all scripts take longer. */
const LETTER_BEYOND_ASCII = /[\p{L}--[A-Za-z]]/v;

function mostlyOtherScript(prose: string): boolean {
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  const latin = prose.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin < letters * 0.5;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ENGLISH = list(
  'the a an i we you it he she they and or but of to in on at for with from by is are was were be been am have has had do did will would can could not this that there our your my their his her its us me sorry thank thanks please so if as when what how no',
);

/** Frequent words of Spanish, French, German, Italian, Portuguese, Dutch, Swedish, Polish, Turkish and Indonesian that are no English words. */
const OTHER = list(
  'el los las una unos por para con que del está estamos lamentamos sentimos mucho gracias usted su sus nos hemos pedido le les des du est sont nous vous avons votre vos je suis désolé désolés pour avec dans sur ce cette pas merci une der das und ist sind wir sie ihr ihre ihnen uns ich nicht mit für von zu dem den ein eine es tut leid entschuldigung vielen danke il lo gli che per con sono siamo abbiamo nostro vostra ci dispiace grazie um uma os não você seu sua nosso desculpe pedimos obrigado pelo pela het een van en voor niet wij u uw ons spijt bedankt och att det som på är för inte vi ni er oss beklagar tack nie jest się za na przepraszamy dziękujemy bardzo bir ve bu için özür dileriz çok yang dan kami anda untuk dengan tidak mohon maaf atas terima kasih',
);

/** Those of them that stand in a text without other letters, quicker to look for than each word is to look up. */
const PLAIN_OTHER = new RegExp(
  `(?<![a-z])(?:${[...OTHER].filter((word) => /^[a-z]+$/.test(word)).join('|')})(?![a-z])`,
  'g',
);
