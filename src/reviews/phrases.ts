import type { Span } from '../evaluator/evidence.ts';

/**
 * Every place where a phrase stands in a text: in any case, with any spacing and either apostrophe, but
 * only as whole words.
 */
export function placesOf(phrase: string, text: string): Span[] {
  const words = phrase.trim().split(/\s+/).map(literally).join('\\s+');
  if (words === '') return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

const literally = (word: string): string =>
  word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’‘ʼ]/g, "['’‘ʼ]");
