import type { Piece } from './pieces.ts';

/** Takes the features of one piece. Training collects them by name; reading a draft looks them up. */
export interface FeatureSink {
  /** Every word alone, with the next, with the next two, and with the next but one. */
  grams(tokens: readonly string[]): void;
  named(kind: FeatureKind, value: string): void;
}

/**
 * What the name of a feature that is no chain of words begins with: its channel, its length, words at its
 * beginning and end, stems, its subject, the verb and the helping verbs after it, telling words before and after.
 */
export const FEATURE_KINDS = ['ch:', 'len:', '^', '$', 's:', 'S:', 'V:', 'A:', 'p:', 'n:'] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

/** Stands in a chain for any word. */
export const SKIPPED = '_';

/** Words that carry grammar rather than content; the first other word after a subject is taken as its verb. */
const FUNCTION_WORDS = new Set(
  'i we you he she they it this that there my our your his her their its the a an me us them not no nobody and but or if because so for to of in on at with from by is are was were be been being am have has had do does did will would can could should may might must shall who what when where why how which any all just only very too also again still yet never always please'.split(
    ' ',
  ),
);
const SUBJECT = new Set('i we you he she they it this that there our my your the nobody'.split(' '));
/** Words of a neighbour that change how a piece reads. */
const TELLING = /^(?:sorry|apolog\w*|but|we|i|you|our|not|because|due|refund\w*|mistake\w*|<\w+>)$/;

/**
 * What a linear model sees of a piece: its words, word pairs and triples, who is the subject and of which
 * verb, where it begins and ends, and telling words of its neighbours.
 */
export function emitFeatures({ tokens, before, after }: Piece, channel: string, sink: FeatureSink): void {
  sink.grams(tokens);
  for (const word of tokens) {
    if (word.length > 4 && !FUNCTION_WORDS.has(word)) sink.named('s:', stem(word));
  }
  frame(tokens, sink);
  neighbour('p:', before, sink);
  neighbour('n:', after, sink);
  sink.named('ch:', channel);
}

/** The features of a piece by name, without repeats: what training learns from. */
export function featuresOf(piece: Piece, channel: string): string[] {
  const features = new Set<string>();
  emitFeatures(piece, channel, collector(features));
  return [...features];
}

const collector = (into: Set<string>): FeatureSink => ({
  grams: (tokens) =>
    tokens.forEach((a, at) => {
      const [b, c] = [tokens[at + 1], tokens[at + 2]];
      into.add(a);
      if (b !== undefined) into.add(`${a} ${b}`);
      if (c !== undefined) into.add(`${a} ${b} ${c}`).add(`${a} ${SKIPPED} ${c}`);
    }),
  named: (kind, value) => void into.add(kind + value),
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

/** Where the piece begins and ends, how long it is, and its first subject with the verb that follows. */
function frame(tokens: readonly string[], sink: FeatureSink): void {
  const length = tokens.length;
  sink.named('len:', lengthClass(length));
  if (length === 0) return;
  sink.named('^', tokens[0] as string);
  sink.named('^', `${tokens[0]} ${tokens[1] ?? ''}`);
  sink.named('$', tokens[length - 1] as string);
  const at = tokens.findIndex((token) => SUBJECT.has(token));
  if (at < 0) return;
  const subject = tokens[at] as string;
  sink.named('S:', subject);
  let verb = at + 1;
  while (verb < length && FUNCTION_WORDS.has(tokens[verb] as string)) verb += 1;
  if (verb === length) return;
  sink.named('V:', `${subject}:${tokens[verb]}`);
  sink.named('A:', `${subject}:${tokens.slice(at + 1, verb).join(' ')}`);
}

const lengthClass = (length: number): string =>
  length < 4 ? String(length) : length < 8 ? 's' : length < 16 ? 'm' : length < 28 ? 'l' : 'x';

function neighbour(kind: FeatureKind, tokens: readonly string[] | undefined, sink: FeatureSink): void {
  if (!tokens) sink.named(kind, '-');
  else for (const token of tokens) if (TELLING.test(token)) sink.named(kind, token);
}
