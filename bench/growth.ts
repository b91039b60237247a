import { evaluate, reviewDraft } from '../src/evaluator/evaluate.ts';
import { drafts } from './drafts.ts';
import type { Measured } from './measurement.ts';
import { median, nowMs } from './statistics.ts';
import { digits } from './table.ts';

const LENGTHS = [100, 200, 400, 800, 1500, 3000, 6000, 12_000];

/** Texts meant to make a reader of patterns slow, each cut to a length in UTF-16 units. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one letter, no space': 'a',
  'one word': 'sorry ',
  'one word a line': 'sorry\n',
  'one fault again and again': 'We are sorry if you were upset, but you should have read our policy. ',
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
export function measureGrowth(quick: boolean): Measured {
  const rounds = quick ? 2 : 25;
  const prose = drafts().join('\n\n').repeat(2);
  const longest = Math.max(...LENGTHS);
  const texts = LENGTHS.map((length) => prose.slice(0, length));
  const hostile = Object.values(HOSTILE).map((unit) => unit.repeat(longest).slice(0, longest));
  const times = timesOf(evaluate, [...texts, ...hostile], rounds);
  const rewriting = timesOf(reviewDraft, [...texts.slice(-1), ...hostile], quick ? 1 : 5);
  const besideOrdinary = ([ordinary = Number.NaN, ...others]: readonly number[]) =>
    others.map((time) => time / ordinary);
  const evaluated = besideOrdinary(times.slice(LENGTHS.length - 1));
  const rewritten = besideOrdinary(rewriting);
  return {
    goals: [
      {
        what: `R² of a straight line, ${LENGTHS[0]} to ${longest} characters`,
        measured: straightness(LENGTHS, times.slice(0, LENGTHS.length)),
        unit: '',
        needed: { atLeast: 0.98 },
      },
      {
        what: `the worst hostile text evaluated, beside ordinary text of ${longest} characters`,
        measured: Math.max(...evaluated),
        unit: '×',
        needed: { atMost: 5 },
        aim: { atMost: 2 },
      },
      {
        what: 'the worst hostile text evaluated and rewritten, beside ordinary text of that length',
        measured: Math.max(...rewritten),
        unit: '×',
        needed: { atMost: 5 },
        aim: { atMost: 2 },
      },
    ],
    tables: [
      {
        title: `Reading ordinary text of growing length, medians of ${rounds} rounds`,
        head: ['characters', 'ms', 'µs a character'],
        rows: LENGTHS.map((length, i) => {
          const time = times[i] as number;
          return [String(length), digits(time), digits((1000 * time) / length)];
        }),
      },
      {
        title: `Hostile texts of ${longest} characters, beside ordinary text (rewritten in ${digits(rewriting[0] as number)} ms)`,
        head: ['text', 'evaluate', 'evaluate and rewrite'],
        rows: Object.keys(HOSTILE).map((name, i) => [
          name,
          `${digits(evaluated[i] as number)} ×`,
          `${digits(rewritten[i] as number)} ×`,
        ]),
      },
    ],
  };
}

/** What reading each text takes in ms, as medians; turn about, so that whatever else the machine does falls on all. */
function timesOf(read: (text: string) => unknown, texts: readonly string[], rounds: number): number[] {
  const seen = texts.map((): number[] => []);
  for (let round = -3; round < rounds; round += 1) {
    texts.forEach((text, index) => {
      const from = nowMs();
      read(text);
      if (round >= 0) seen[index]?.push(nowMs() - from);
    });
  }
  return seen.map(median);
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
