import type { RichTextBlock } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import type { DigestFigures } from '../../reviews/digests/figures.ts';
import { faultsByWeek } from '../../reviews/digests/words/faults-by-week.ts';
import { digestBlocks } from '../ids.ts';
import { type ChartBlock, chartWords } from './chart-block.ts';
import { LIMITS } from './limits.ts';
import { named } from './reply-parts.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';

/** The most common faults week by week; `undefined` with fewer than two weeks or no fault. */
export function faultsChart(
  figures: DigestFigures,
  zone: string,
  rules: readonly Rule[],
): ChartBlock | undefined {
  const shown = faultsByWeek(figures, zone, rules, LIMITS.chartPoints);
  if (shown === undefined) return undefined;
  const { title, weeks, faults } = shown;
  return {
    type: 'data_visualization',
    block_id: digestBlocks.chart,
    title,
    chart: {
      type: 'line',
      series: faults.map(({ rule: { id }, percents }) => ({
        name: id.replaceAll('-', ' ').slice(0, LIMITS.chartSeriesName),
        data: percents.map((value, index) => ({ label: weeks[index] ?? '', value })),
      })),
      axis_config: { categories: weeks, x_label: 'Weeks from', y_label: '% of drafts' },
    },
  };
}

/** For where Slack does not know charts: a line for each fault, which can be read aloud. */
export function faultsList(chart: ChartBlock): RichTextBlock {
  const { title, points, lines } = chartWords(chart);
  return named(
    digestBlocks.chart,
    richText(paragraph(bold(title), plain(`\n${points}`)), list('bullet', lines.map(plain))),
  );
}
