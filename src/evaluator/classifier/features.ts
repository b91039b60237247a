import { tokensOf } from './tokens.ts';

/** Takes the features of one clause. Training collects them by name; reading a draft looks them up. */
export interface FeatureSink {
  /** The word at `at`, alone, with the next, with the next two, and with the next but one. */
  gram(tokens: readonly string[], at: number): void;
  named(feature: string): void;
}

/** Words that carry grammar rather than content; the first other word after a subject is taken as its verb. */
const FUNCTION_WORDS = new Set(
  'i we you he she they it this that there my our your his her their its the a an me us them not no nobody and but or if because so for to of in on at with from by is are was were be been being am have has had do does did will would can could should may might must shall who what when where why how which any all just only very too also again still yet never always please'.split(
    ' ',
  ),
);
const SUBJECT = new Set('i we you he she they it this that there our my your the nobody'.split(' '));
/** Words of a neighbouring clause that change how a clause reads. */
const TELLING = /^(?:sorry|apolog\w*|but|we|i|you|our|not|because|due|refund\w*|mistake\w*|<\w+>)$/;

/** A clause is read up to here, in tokens, so that a run-on text stays cheap. */
const MOST_TOKENS = 60;

/**
 * What a linear model sees of each clause: its words, word pairs and triples, who is the subject and of
 * which verb, where it stands, and telling words of its neighbours. `sinkOf` gives the sink of clause i.
 */
export function emitFeatures(
  clauses: readonly string[],
  channel: string,
  sinkOf: (i: number) => FeatureSink,
): void {
  const tokens = clauses.map((words) => tokensOf(words, MOST_TOKENS));
  const telling = tokens.map((own) => own.filter((token) => TELLING.test(token)));
  for (let i = 0; i < tokens.length; i += 1) {
    const own = tokens[i] as string[];
    const sink = sinkOf(i);
    for (let at = 0; at < own.length; at += 1) {
      const word = own[at] as string;
      sink.gram(own, at);
      if (word.length > 4 && !FUNCTION_WORDS.has(word)) sink.named(`s:${stem(word)}`);
    }
    frame(own, sink);
    neighbour('p:', telling[i - 1], sink);
    neighbour('n:', telling[i + 1], sink);
    sink.named(`ch:${channel}`);
  }
}

/** The features of each clause by name, without repeats: what training learns from. */
export function featuresOf(clauses: readonly string[], channel: string): string[][] {
  const features = clauses.map(() => new Set<string>());
  emitFeatures(clauses, channel, (i) => collector(features[i] as Set<string>));
  return features.map((set) => [...set]);
}

const collector = (into: Set<string>): FeatureSink => ({
  gram(tokens, at) {
    const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (a !== undefined) into.add(a);
    if (b !== undefined) into.add(`${a} ${b}`);
    if (c !== undefined) into.add(`${a} ${b} ${c}`).add(`${a} _ ${c}`);
  },
  named: (feature) => void into.add(feature),
});

const ENDINGS = [
  'ations',
  'ation',
  'ings',
  'ing',
  'edly',
  'ments',
  'ment',
  'ed',
  'ers',
  'er',
  'es',
  'ly',
  's',
];

function stem(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end));
  return ending ? word.slice(0, -ending.length) : word;
}

/** Where the clause begins and ends, how long it is, and its first subject with the verb that follows. */
function frame(tokens: readonly string[], sink: FeatureSink): void {
  const length = tokens.length;
  sink.named(`len:${length < 4 ? length : length < 8 ? 's' : length < 16 ? 'm' : length < 28 ? 'l' : 'x'}`);
  if (length === 0) return;
  sink.named(`^${tokens[0]}`);
  sink.named(`^${tokens[0]} ${tokens[1] ?? ''}`);
  sink.named(`$${tokens[length - 1]}`);
  const at = tokens.findIndex((token) => SUBJECT.has(token));
  if (at < 0) return;
  const subject = tokens[at];
  sink.named(`S:${subject}`);
  let verb = at + 1;
  while (verb < length && FUNCTION_WORDS.has(tokens[verb] as string)) verb += 1;
  if (verb === length) return;
  sink.named(`V:${subject}:${tokens[verb]}`);
  sink.named(`A:${subject}:${tokens.slice(at + 1, verb).join(' ')}`);
}

function neighbour(prefix: string, telling: readonly string[] | undefined, sink: FeatureSink): void {
  if (!telling) sink.named(`${prefix}-`);
  else for (const token of telling) sink.named(prefix + token);
}
