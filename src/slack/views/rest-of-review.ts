import type { RichTextBlock } from '@slack/types';
import type { Checklist, Point } from '../../evaluator/checklist.ts';
import { cutText } from './limits.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';

/** So many points fill one block without coming near its limit of text. */
const POINTS_PER_BLOCK = 6;
const QUOTE_MAX = 160;

/**
 * What is folded away: what is good, what else could be better, what is not needed here. At most ten
 * blocks as long as there are fewer than 40 rules.
 */
export function restBlocks({ good, small, notApplicable }: Checklist): RichTextBlock[] {
  return [
    ...(good.length > 0 ? [named('Good', good.map(titleOf))] : []),
    ...groupsOf(small, POINTS_PER_BLOCK).map((points, index) =>
      named(index === 0 ? 'Also worth a look' : 'And', points.map(adviceOn)),
    ),
    ...(notApplicable.length > 0 ? [named('Not needed here', notApplicable.map(titleOf))] : []),
  ];
}

const named = (title: string, items: ReturnType<typeof plain>[]): RichTextBlock =>
  richText(paragraph(bold(title)), list('bullet', items));

const titleOf = (point: Point) => plain(point.title);

function adviceOn({ title, advice, evidence: [first] }: Point) {
  const words = first === undefined ? '' : ` “${cutText(first.quote, QUOTE_MAX)}”`;
  return [...bold(`${title}.`), ...plain(`${words} ${advice}`)];
}

const groupsOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
