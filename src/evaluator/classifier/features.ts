import { tokensOf } from './tokens.ts';

/** Words that carry grammar rather than content; the first other word after a subject is taken as its verb. */
const FUNCTION_WORDS = new Set(
  'i we you he she they it this that there my our your his her their its the a an me us them not no nobody and but or if because so for to of in on at with from by is are was were be been being am have has had do does did will would can could should may might must shall who what when where why how which any all just only very too also again still yet never always please'.split(
    ' ',
  ),
);
const SUBJECT = new Set('i we you he she they it this that there our my your the nobody'.split(' '));
/** Words of a neighbour that change how a clause reads. */
const TELLING = /^(?:sorry|apolog\w*|but|we|i|you|our|not|because|due|refund\w*|mistake\w*|<\w+>)$/;

/** Long clauses are read up to here, in tokens, so that a run-on text stays cheap. */
const MOST_TOKENS = 60;

/**
 * What a linear model sees of each clause: its words, word pairs and triples, who is the subject and of
 * which verb, where it stands, and telling words of its neighbours. One list per clause, without repeats.
 */
export function featuresOf(clauses: readonly string[], channel: string): string[][] {
  const tokens = clauses.map((words) => tokensOf(words).slice(0, MOST_TOKENS));
  return tokens.map((own, i) => {
    const features = new Set<string>();
    wordFeatures(own, features);
    frameFeatures(own, features);
    neighbour('p:', tokens[i - 1], features);
    neighbour('n:', tokens[i + 1], features);
    features.add(`ch:${channel}`);
    return [...features];
  });
}

function wordFeatures(tokens: readonly string[], features: Set<string>): void {
  for (let i = 0; i < tokens.length; i += 1) {
    const a = tokens[i] as string;
    const b = tokens[i + 1];
    const c = tokens[i + 2];
    features.add(a);
    if (!FUNCTION_WORDS.has(a) && a.length > 4) features.add(`s:${stem(a)}`);
    if (b === undefined) continue;
    const pair = `${a} ${b}`;
    features.add(pair);
    if (c === undefined) continue;
    features.add(`${pair} ${c}`);
    features.add(`${a} _ ${c}`);
  }
}

const ENDING = /(?:ations?|ings?|edly|ed|es|s|ly|ers?|ments?)$/;
const stem = (word: string): string => word.replace(ENDING, '');

/** Where the clause begins and ends, how long it is, and its first subject with the verb that follows. */
function frameFeatures(tokens: readonly string[], features: Set<string>): void {
  const length = tokens.length;
  features.add(`len:${length < 4 ? length : length < 8 ? 's' : length < 16 ? 'm' : length < 28 ? 'l' : 'x'}`);
  if (length === 0) return;
  features.add(`^${tokens[0]}`);
  features.add(`^${tokens[0]} ${tokens[1] ?? ''}`);
  features.add(`$${tokens[length - 1]}`);
  const at = tokens.findIndex((token) => SUBJECT.has(token));
  if (at < 0) return;
  const subject = tokens[at];
  features.add(`S:${subject}`);
  let verb = at + 1;
  while (verb < length && FUNCTION_WORDS.has(tokens[verb] as string)) verb += 1;
  if (verb === length) return;
  features.add(`V:${subject}:${tokens[verb]}`);
  features.add(`A:${subject}:${tokens.slice(at + 1, verb).join(' ')}`);
}

function neighbour(prefix: string, tokens: readonly string[] | undefined, features: Set<string>): void {
  if (!tokens) features.add(`${prefix}-`);
  else for (const token of tokens) if (TELLING.test(token)) features.add(prefix + token);
}
