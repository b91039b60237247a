import type { Block } from '@slack/types';

/**
 * A line chart of shares in per cent. Slack has it since June 2026, in messages only, and @slack/types does
 * not know it yet (docs.slack.dev/reference/block-kit/blocks/data-visualization-block).
 */
export interface ChartBlock extends Block {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'line';
    /** Each has a point for every category, in their order. */
    readonly series: readonly ChartSeries[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label: string;
      readonly y_label: string;
    };
  };
}

export interface ChartSeries {
  readonly name: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
}

interface ChartWords {
  readonly title: string;
  /** What the points stand for. */
  readonly points: string;
  /** One for each series. */
  readonly lines: readonly string[];
}

/** The same in words. */
export function chartWords({ title, chart }: ChartBlock): ChartWords {
  const { categories, x_label } = chart.axis_config;
  return {
    title,
    points: `Oldest first. ${x_label} ${categories.join(', ')}:`,
    lines: chart.series.map(
      ({ name, data }) => `${name}: ${data.map(({ value }) => `${value}\u00A0%`).join(', ')}`,
    ),
  };
}
