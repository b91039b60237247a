import alex from 'alex';
import writeGood from 'write-good';
import { evaluate, reviewDraft } from '../src/evaluator/evaluate.ts';
import { median, nowMs, quantile } from './statistics.ts';
import { digits, printTable } from './table.ts';

const READERS = [
  ['write-good', (text: string): unknown => writeGood(text)],
  ['alex', (text: string): unknown => alex(text)],
  ['evaluate', (text: string): unknown => evaluate(text)],
  ['evaluate and rewrite', (text: string): unknown => reviewDraft(text)],
] as const;

/** What it takes to read a draft of about 120 words, beside two prose linters. */
export function measureEvaluate(drafts: readonly string[], rounds: number): void {
  const p50s = READERS.map((): number[] => []);
  const p99s = READERS.map((): number[] => []);
  const once = (read: (text: string) => unknown): number[] =>
    drafts.map((text) => {
      const from = nowMs();
      read(text);
      return nowMs() - from;
    });
  for (const [, read] of READERS) for (let warm = 0; warm < 3; warm += 1) once(read);
  for (let round = 0; round < rounds; round += 1) {
    READERS.forEach(([, read], index) => {
      const times = once(read);
      p50s[index]?.push(quantile(times, 0.5));
      p99s[index]?.push(quantile(times, 0.99));
    });
  }
  const base = median(p50s[0] ?? []);
  const rows = READERS.map(([name], index) => {
    const p50 = median(p50s[index] ?? []);
    return [name, digits(p50), digits(median(p99s[index] ?? [])), `${digits(p50 / base)}×`];
  });
  const title = `Reading ${drafts.length} drafts of 100 to 140 words, medians of ${rounds} rounds`;
  printTable(title, ['reader', 'p50 ms', 'p99 ms', 'p50 beside write-good'], rows);
}
