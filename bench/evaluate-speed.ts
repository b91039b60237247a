import { evaluate, reviewDraft } from '../src/evaluator/evaluate.ts';
import { drafts } from './drafts.ts';
import type { Measured } from './measurement.ts';
import { matchPlainPatterns } from './plain-patterns.ts';
import { PROSE_READERS } from './prose-readers.ts';
import { median, nowMs, quantile, rotated } from './statistics.ts';
import { digits } from './table.ts';

const READERS = {
  ...PROSE_READERS,
  '100 plain patterns': matchPlainPatterns,
  evaluate: (text: string): unknown => evaluate(text),
  'evaluate and rewrite': (text: string): unknown => reviewDraft(text),
} as const;

type Reader = keyof typeof READERS;

const NAMES = Object.keys(READERS) as Reader[];

/** What it takes to read a draft of about 120 words, beside prose linters and plain patterns. */
export function measureEvaluate(quick: boolean): Measured {
  const texts = drafts();
  const rounds = quick ? 2 : 15;
  const seen = Object.fromEntries(NAMES.map((name) => [name, [] as number[][]]));
  for (let round = -3; round < rounds; round += 1) {
    // Each round begins with another one, so that nobody always follows the same neighbour.
    for (const name of rotated(NAMES, round + 3)) {
      const times = texts.map((text) => timeOf(() => READERS[name](text)));
      if (round >= 0) seen[name]?.push(times);
    }
  }
  const over = (name: Reader, share: number) => (seen[name] ?? []).map((times) => quantile(times, share));
  const p50 = (name: Reader) => median(over(name, 0.5));
  const beside = (name: Reader, peer: Reader) => ({
    what: `${name}, p50, beside ${peer}`,
    measured: p50(name) / p50(peer),
    unit: '×' as const,
  });
  return {
    goals: [
      { ...beside('evaluate', 'write-good'), needed: { atMost: 2 }, aim: { atMost: 1 } },
      { ...beside('evaluate', 'alex'), needed: { atMost: 0.2 } },
      { ...beside('evaluate', 'retext, six plugins'), needed: { atMost: 0.2 } },
      beside('evaluate', '100 plain patterns'),
      { ...beside('evaluate and rewrite', 'evaluate'), needed: { atMost: 3 }, aim: { atMost: 2 } },
    ],
    tables: [
      {
        title: `Reading ${texts.length} drafts of 100 to 140 words, medians of ${rounds} rounds`,
        head: ['reader', 'p50 beside write-good', 'p50 ms', 'p99 ms'],
        rows: NAMES.map((name) => [
          name,
          `${digits(p50(name) / p50('write-good'))} ×`,
          digits(p50(name)),
          digits(median(over(name, 0.99))),
        ]),
      },
    ],
  };
}

/** In ms. */
function timeOf(work: () => unknown): number {
  const from = nowMs();
  work();
  return nowMs() - from;
}
