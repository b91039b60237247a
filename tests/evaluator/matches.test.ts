import { expect, it } from 'vitest';
import { matchesOf } from '../../src/evaluator/matches.ts';

it('finds what matchAll finds, from the start each time, empty matches included', () => {
  for (const [pattern, text] of [
    [/a./g, 'ab ac ad'],
    [/x*/g, 'axxb'],
    [/q/g, 'none'],
  ] as const) {
    const places = () => matchesOf(pattern, text).map(({ 0: words, index }) => [words, index]);
    expect(places()).toEqual([...text.matchAll(pattern)].map(({ 0: words, index }) => [words, index]));
    expect(places()).toEqual(places());
  }
});

it('refuses a pattern that would find its first match for ever', () => {
  expect(() => matchesOf(/a/, 'aa')).toThrow(TypeError);
});
