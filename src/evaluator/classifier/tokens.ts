import { keyWordMeantBy } from './misspellings.ts';

/**
 * Words as the classifier sees them: lower case, contractions opened ("I'm" → i am, "dont" → do not), one
 * spelling variety, slips in key words mended, figures folded into classes (<money>, <time>, <num> …). Order is
 * kept; no more than `most` are made.
 */
export function tokensOf(words: string, most = Number.POSITIVE_INFINITY): string[] {
  const tokens: string[] = [];
  for (const word of words.toLowerCase().match(TOKEN) ?? []) {
    if (startsWithLetter(word)) pushWord(word, tokens);
    else tokens.push(figureClass(word));
    if (tokens.length >= most) return tokens.slice(0, most);
  }
  return tokens;
}

/** Asked of every word, so the common alphabet is answered without a pattern. */
function startsWithLetter(word: string): boolean {
  const code = word.charCodeAt(0);
  return (code >= 97 && code <= 122) || (code > 127 && /^\p{L}/u.test(word));
}

const TOKEN =
  /[£$€₹¥]\s?\d[\d.,]*k?|\d[\d.,:/-]*(?:%|[\p{L}]{1,12}\d*)?|\p{L}[\p{L}\d]*(?:'\p{L}+)*|[?!]|\p{Extended_Pictographic}|\[[^\]\n]{0,60}\]|\{\{/gu;

function pushWord(word: string, tokens: string[]): void {
  const whole = WHOLE.get(word);
  if (whole) {
    tokens.push(...whole);
    return;
  }
  const apostrophe = word.indexOf("'");
  if (apostrophe < 0) {
    tokens.push(oneSpelling(keyWordMeantBy(word) ?? word));
    return;
  }
  const [stem, tail] = [word.slice(0, apostrophe), word.slice(apostrophe + 1)];
  if (tail === 't' && stem.endsWith('n')) tokens.push(IRREGULAR.get(stem) ?? stem.slice(0, -1), 'not');
  else {
    tokens.push(oneSpelling(stem));
    const open = TAILS.get(tail);
    if (open) tokens.push(open);
  }
}

const TAILS = new Map(Object.entries({ m: 'am', re: 'are', ve: 'have', ll: 'will', d: "'d", s: "'s" }));
const IRREGULAR = new Map(Object.entries({ can: 'can', won: 'will', shan: 'shall', ain: 'is' }));

const BRITISH_ISE = /^(\p{L}{3,})is(e|ed|es|er|ers|ing|ation|ations)$/u;
const SHORTEST_ISE = 6;
const KEEP_ISE =
  /^(?:prom|surpr|otherw|likew|exerc|adv|superv|ra|no|po|cho|prec|expert|comprom|franch|wise|rev|dev|disgu|enterpr|merchand|telev|pra|cru|bru|improv)/;
function oneSpelling(word: string): string {
  return word.length >= SHORTEST_ISE && word.includes('is') && BRITISH_ISE.test(word) && !KEEP_ISE.test(word)
    ? word.replace(BRITISH_ISE, '$1iz$2')
    : word;
}

/**
 * Contractions written without their apostrophe, chat short forms. A map, not a plain object: a customer may write
 * "constructor".
 */
const WHOLE: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['im', 'i am'],
      ['ive', 'i have'],
      ['dont', 'do not'],
      ['didnt', 'did not'],
      ['doesnt', 'does not'],
      ['wasnt', 'was not'],
      ['werent', 'were not'],
      ['cant', 'can not'],
      ['cannot', 'can not'],
      ['couldnt', 'could not'],
      ['wont', 'will not'],
      ['weve', 'we have'],
      ['youre', 'you are'],
      ['youve', 'you have'],
      ['thats', "that 's"],
      ['theres', "there 's"],
      ['isnt', 'is not'],
      ['arent', 'are not'],
      ['shouldnt', 'should not'],
      ['wouldnt', 'would not'],
      ['hasnt', 'has not'],
      ['havent', 'have not'],
      ['hadnt', 'had not'],
      ['whats', "what 's"],
      ['heres', "here 's"],
      ['theyre', 'they are'],
      ['theyve', 'they have'],
      ['youll', 'you will'],
      ['itll', 'it will'],
      ['u', 'you'],
      ['ur', 'your'],
      ['r', 'are'],
      ['pls', 'please'],
      ['plz', 'please'],
      ['thx', 'thanks'],
      ['ty', 'thank you'],
      ['ta', 'thanks'],
      ['cheers', 'thanks'],
      ['soz', 'sorry'],
      ['sry', 'sorry'],
      ['apols', 'apologies'],
      ['w', 'with'],
      ['cos', 'because'],
      ['coz', 'because'],
      ['bc', 'because'],
      ['tmrw', 'tomorrow'],
      ['tmw', 'tomorrow'],
      ['2day', 'today'],
      ['gonna', 'going to'],
      ['wanna', 'want to'],
      ['shouldve', 'should have'],
      ['wouldve', 'would have'],
      ['couldve', 'could have'],
      ['asap', 'as soon as possible'],
      ['mustve', 'must have'],
    ] as const
  ).map(([short, long]): [string, string[]] => [short, long.split(' ')]),
);

function figureClass(raw: string): string {
  if (raw === '?' || raw === '!') return raw;
  if (raw.startsWith('[') || raw === '{{') return '<slot>';
  if (/^[£$€₹¥]/.test(raw)) return '<money>';
  if (!/^\d/.test(raw)) return raw;
  if (raw.endsWith('%')) return '<pct>';
  if (/^\d{1,2}[:.]\d\d(?:am|pm)?$|^\d{1,2}(?:am|pm)$/.test(raw)) return '<time>';
  if (/^\d+(?:st|nd|rd|th)$/.test(raw)) return '<ordinal>';
  if (/^\d+(?:min|mins|hr|hrs|h|m|s|sec|secs|days?|hours?|minutes?)$/.test(raw)) return '<span>';
  return /[\p{L}]/u.test(raw) || raw.length > 5 ? '<id>' : '<num>';
}
