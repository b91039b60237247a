import { evaluate } from '../src/evaluator/evaluate.ts';
import { median, nowMs } from './statistics.ts';
import { digits, printTable } from './table.ts';

const LENGTHS = [100, 200, 400, 800, 1500, 3000, 6000, 12_000];

/** Texts meant to make a reader of patterns slow, each cut to a length in UTF-16 units. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one letter, no space': 'a',
  'one word': 'sorry ',
  apostrophes: "'",
  'nested brackets': '[',
  'open quotation marks': '“we ',
  'straight quotation marks': '"',
  'sorry, and no end': 'sorry we were sorry if you and we ',
  'line breaks': '\n- ',
  emoji: '😂',
  'zero-width and right-to-left': 'a\u200b\u202e',
  'lone surrogates': '\ud800',
  'a link without end': 'https://',
};

/** How reading time grows with length, and what hostile texts cost beside ordinary ones of the same length. */
export function measureGrowth(texts: readonly string[], rounds: number): void {
  const prose = texts.join('\n\n').repeat(2);
  const time = (text: string): number => {
    evaluate(text);
    return median(
      Array.from({ length: rounds }, () => {
        const from = nowMs();
        evaluate(text);
        return nowMs() - from;
      }),
    );
  };
  const times = LENGTHS.map((length) => time(prose.slice(0, length)));
  printTable(
    `Reading ordinary text of growing length, medians of ${rounds}; R² of a straight line ${straightness(LENGTHS, times).toFixed(4)}`,
    ['characters', 'ms'],
    LENGTHS.map((length, i) => [String(length), digits(times[i] as number)]),
  );
  const longest = LENGTHS.at(-1) as number;
  const ordinary = times.at(-1) as number;
  const rows = Object.entries(HOSTILE).map(([name, unit]) => {
    const took = time(unit.repeat(Math.ceil(longest / unit.length)).slice(0, longest));
    return [name, digits(took), `${digits(took / ordinary)}×`];
  });
  printTable(
    `Hostile texts of ${longest} characters beside ordinary text`,
    ['text', 'ms', 'beside ordinary'],
    rows,
  );
}

/** How much of the spread a straight line explains (R²), 0 to 1. */
function straightness(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  let xy = 0;
  let xx = 0;
  let yy = 0;
  xs.forEach((value, i) => {
    const [dx, dy] = [value - x, (ys[i] as number) - y];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xy ** 2 / (xx * yy);
}
