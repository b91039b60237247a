import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import type { Counts, DigestFigures } from '../../reviews/digests/figures.ts';
import { digestBlocks } from '../ids.ts';
import { draftsOf, moved, numeral, percent, shareOf } from './figures-in-words.ts';
import { named } from './reply-parts.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';
import { titleToMend } from './title-to-mend.ts';

const ALWAYS = 3;
const AT_MOST = 5;
/** Beyond the first three, only what comes up in so many drafts is worth a line. */
const COMMON = 0.2;

/** A rule that no longer exists has no name, so nothing can be said about it. */
export interface KnownCount {
  readonly rule: Rule;
  readonly drafts: number;
}

export function knownCounts(counts: Counts['faults'], rules: readonly Rule[]): KnownCount[] {
  return counts.flatMap(({ rule: id, drafts }) => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? [] : [{ rule, drafts }];
  });
}

/** The most common faults, and what was most often missing: with shares, and how those moved. */
export const commonPoints = (figures: DigestFigures, rules: readonly Rule[]): RichTextBlock[] => [
  pointsBlock('faults', 'What came up most', 'No fault came up in any of these drafts.', figures, rules),
  pointsBlock(
    'missing',
    'What was most often missing',
    'Nothing that I look for was missing.',
    figures,
    rules,
  ),
];

function pointsBlock(
  kind: 'faults' | 'missing',
  title: string,
  none: string,
  figures: DigestFigures,
  rules: readonly Rule[],
): RichTextBlock {
  const shown = knownCounts(figures[kind], rules)
    .slice(0, AT_MOST)
    .filter(({ drafts }, index) => index < ALWAYS || shareOf(drafts, figures.drafts) >= COMMON);
  const items = shown.map(({ rule, drafts }) => [
    ...bold(titleToMend(rule)),
    ...plain(`: ${numeral(drafts)} of ${draftsOf(figures.drafts)}, `),
    ...plain(percent(shareOf(drafts, figures.drafts)) + change(kind, rule, drafts, figures)),
  ]);
  return named(
    digestBlocks[kind],
    richText(paragraph(bold(title)), items.length > 0 ? list('bullet', items) : paragraph(plain(none))),
  );
}

function change(
  kind: 'faults' | 'missing',
  rule: Rule,
  drafts: number,
  { previous, ...now }: DigestFigures,
): string {
  if (previous === undefined) return '';
  const before = previous[kind].find((one) => one.rule === rule.id);
  if (before === undefined) return ', new';
  return `, ${moved(shareOf(drafts, now.drafts), shareOf(before.drafts, previous.drafts), percent)}`;
}

/** What came up less often, and what editing a draft added to its score. Empty when there is neither. */
export function gains({ better, edited }: DigestFigures, rules: readonly Rule[]): RichTextBlock[] {
  const rule = rules.find(({ id }) => id === better?.rule);
  const items: RichTextElement[][] = [];
  if (better !== undefined && rule !== undefined) {
    const change = moved(better.now, better.before, percent);
    items.push([
      ...bold(titleToMend(rule)),
      ...plain(`: in ${percent(better.now)} of the drafts, ${change}`),
    ]);
  }
  if (edited !== undefined && edited.drafts > 0) items.push(plain(editedLine(edited)));
  if (items.length === 0) return [];
  const isGood = rule !== undefined || (edited?.medianGain ?? 0) > 0;
  const title = isGood ? 'What got better' : 'What editing did';
  return [named(digestBlocks.better, richText(paragraph(bold(title)), list('bullet', items)))];
}

function editedLine({ drafts, medianGain }: NonNullable<DigestFigures['edited']>): string {
  const lead = `${draftsOf(drafts)} ${drafts === 1 ? 'was' : 'were'} edited and checked again: `;
  const points = `${numeral(Math.abs(medianGain))} ${Math.abs(medianGain) === 1 ? 'point' : 'points'}`;
  if (medianGain === 0) return `${lead}in the median, the score stayed as it was`;
  if (drafts === 1) return `${lead}it ${medianGain > 0 ? 'gained' : 'lost'} ${points}`;
  return `${lead}half of them ${medianGain > 0 ? 'gained' : 'lost'} ${points} or more`;
}
