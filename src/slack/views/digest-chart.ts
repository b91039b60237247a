import type { RichTextBlock } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import type { Counts, DigestFigures } from '../../reviews/digests/figures.ts';
import { digestBlocks } from '../ids.ts';
import { type ChartBlock, chartWords } from './chart-block.ts';
import { knownCounts } from './digest-points.ts';
import { shareOf } from './figures-in-words.ts';
import { LIMITS } from './limits.ts';
import { shortDays } from './named-days.ts';
import { named } from './reply-parts.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';

/** More lines than this cross too often to be told apart. */
const LINES = 4;

/** The most common faults week by week; `undefined` with fewer than two weeks or no fault. */
export function faultsChart(
  { faults, weeks }: DigestFigures,
  zone: string,
  rules: readonly Rule[],
): ChartBlock | undefined {
  const shown = knownCounts(faults, rules).slice(0, LINES);
  const points = weeks
    .slice(-LIMITS.chartPoints)
    .map((week) => ({ week, label: shortDays(week.period, zone) }));
  if (points.length < 2 || shown.length === 0) return undefined;
  return {
    type: 'data_visualization',
    block_id: digestBlocks.chart,
    title: 'The most common faults, week by week',
    chart: {
      type: 'line',
      series: shown.map(({ rule: { id } }) => ({
        name: id.replaceAll('-', ' ').slice(0, LIMITS.chartSeriesName),
        data: points.map(({ week, label }) => ({ label, value: inPercent(id, week) })),
      })),
      axis_config: {
        categories: points.map(({ label }) => label),
        x_label: 'Weeks from',
        y_label: '% of drafts',
      },
    },
  };
}

const inPercent = (rule: string, { faults, drafts }: Counts): number =>
  Math.round(100 * shareOf(faults.find((one) => one.rule === rule)?.drafts ?? 0, drafts));

/** For where Slack does not know charts: a line for each fault, which can be read aloud. */
export function faultsList(chart: ChartBlock): RichTextBlock {
  const { title, points, lines } = chartWords(chart);
  return named(
    digestBlocks.chart,
    richText(paragraph(bold(title), plain(`\n${points}`)), list('bullet', lines.map(plain))),
  );
}
