import type { Piece } from './pieces.ts';
import { FUNCTION_WORDS } from './stem.ts';

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

const SUBJECT = new Set('i we you he she they it this that there our my your the nobody'.split(' '));

/**
 * What a linear model sees of a piece: its words, word pairs and triples, who is the subject and of which
 * verb, where it begins and ends, and telling words of its neighbours.
 */
export function emitFeatures(
  { tokens, stems, before, after }: Piece,
  channel: string,
  sink: FeatureSink,
): void {
  sink.grams(tokens);
  for (const stem of stems) sink.named('s:', stem);
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

function neighbour(kind: FeatureKind, telling: readonly string[] | undefined, sink: FeatureSink): void {
  if (!telling) sink.named(kind, '-');
  else for (const token of telling) sink.named(kind, token);
}
