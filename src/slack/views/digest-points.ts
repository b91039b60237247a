import type { RichTextBlock } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import type { DigestFigures } from '../../reviews/digests/figures.ts';
import { commonPoints } from '../../reviews/digests/words/common-points.ts';
import { gains } from '../../reviews/digests/words/gains.ts';
import type { Line } from '../../reviews/digests/words/section.ts';
import { digestBlocks } from '../ids.ts';
import { named } from './reply-parts.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';

/** The most common faults, and what was most often missing. */
export const pointBlocks = (figures: DigestFigures, rules: readonly Rule[]): RichTextBlock[] =>
  (['faults', 'missing'] as const).map((kind) => {
    const { title, lines, none } = commonPoints(kind, figures, rules);
    const points = lines.length > 0 ? bullets(lines) : paragraph(plain(none));
    return named(digestBlocks[kind], richText(paragraph(bold(title)), points));
  });

/** What got better. Empty when there is nothing. */
export function gainBlocks(figures: DigestFigures, rules: readonly Rule[]): RichTextBlock[] {
  const gained = gains(figures, rules);
  if (gained === undefined) return [];
  return [named(digestBlocks.better, richText(paragraph(bold(gained.title)), bullets(gained.lines)))];
}

const bullets = (lines: readonly Line[]) =>
  list(
    'bullet',
    lines.map(({ strong, text }) => [...bold(strong), ...plain(text)]),
  );
