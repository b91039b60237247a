import type { RichTextBlock } from '@slack/types';
import type { Checklist, Point } from '../../evaluator/checklist.ts';
import { replyBlocks } from '../ids.ts';
import { groupsOf } from './groups.ts';
import { quotedWords } from './quoted-words.ts';
import { named } from './reply-parts.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';

/** So many points fill one block without coming near its limit of text, and their ids a block id. */
const POINTS_PER_BLOCK = 6;
const QUOTE_MAX = 160;

/** `brief`: what could be better by its name alone, where there is no room for words and advice. */
export type RestStyle = 'whole' | 'brief';

/**
 * What is folded away: what is good, what else could be better, what is not needed here. At most ten
 * blocks as long as there are fewer than 40 rules.
 */
export function restBlocks(
  { good, small, notApplicable }: Checklist,
  style: RestStyle = 'whole',
): RichTextBlock[] {
  return [
    ...(good.length > 0 ? [listed(replyBlocks.good, 'Good', good.map(titleOf))] : []),
    ...groupsOf(small, POINTS_PER_BLOCK).map((points, index) =>
      listed(
        `${replyBlocks.also}:${points.map(({ rule }) => rule).join(',')}`,
        index === 0 ? 'Also worth a look' : 'And',
        points.map(style === 'whole' ? adviceOn : titleOf),
      ),
    ),
    ...(notApplicable.length > 0
      ? [listed(replyBlocks.notNeeded, 'Not needed here', notApplicable.map(titleOf))]
      : []),
  ];
}

const listed = (id: string, title: string, items: ReturnType<typeof plain>[]): RichTextBlock =>
  named(id, richText(paragraph(bold(title)), list('bullet', items)));

const titleOf = (point: Point) => plain(point.title);

const adviceOn = ({ title, advice, evidence }: Point) => [
  ...bold(`${title}.`),
  ...quotedWords(
    evidence.slice(0, 1).map(({ quote }) => quote),
    QUOTE_MAX,
  ),
  ...plain(` ${advice}`),
];
