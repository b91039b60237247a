import type { KnownBlock, RichTextBlock } from '@slack/types';
import { RULES } from '../../evaluator/rules/index.ts';
import type { Counts, DigestFigures } from '../../reviews/digests/figures.ts';
import { digestBlocks } from '../ids.ts';
import { faultsChart, faultsList } from './digest-chart.ts';
import { digestFooter } from './digest-footer.ts';
import { type DigestOptions, HOW_OFTEN } from './digest-options.ts';
import { commonPoints, gains } from './digest-points.ts';
import { practiceBlock } from './digest-practice.ts';
import { draftsOf, moved, numeral, peopleOf } from './figures-in-words.ts';
import { cutText, LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { daysIn, namedDay, namedDays } from './named-days.ts';
import { named } from './reply-parts.ts';
import { bold, paragraph, plain, richText } from './rich-text.ts';
import { spokenText } from './spoken-text.ts';
import { words } from './words.ts';

/**
 * What the drafts checked in a channel have in common. Numbers about all of them together: no draft's
 * words and nobody's name but of who turned it on, and nothing in it mentions anyone.
 */
export function digestMessage(figures: DigestFigures, options: DigestOptions): Message {
  const { zone, kind, rules = RULES } = options;
  // Two scheduled digests are never a year apart; whoever asks may ask about any year.
  const days = namedDays(figures.period, zone, { withYear: kind !== 'scheduled' });
  const above: KnownBlock[] = [
    {
      type: 'header',
      block_id: digestBlocks.headline,
      text: words(cutText(`Apologies drafted here, ${days}`, LIMITS.header)),
    },
    ...intro(options),
    checked(figures),
    ...commonPoints(figures, rules),
    ...gains(figures, rules),
    ...practiceBlock(figures, rules),
  ];
  const footer = digestFooter(options);
  const chart = faultsChart(figures, zone, rules);
  if (chart === undefined) return { text: spokenText([...above, footer]), blocks: [...above, footer] };
  const blocks = [...above, chart, footer];
  return { text: spokenText(blocks), blocks, flat: [...above, faultsList(chart), footer] };
}

function intro({ first, merged, lateSince, frequency, zone }: DigestOptions): RichTextBlock[] {
  const often = frequency === undefined ? 'whenever somebody asks' : HOW_OFTEN[frequency];
  const sentences = [
    first &&
      `This is the first digest of this channel. I tell you here, ${often}, what the drafts I checked have in common: as numbers for all of them together, and never about anyone in particular.`,
    merged &&
      'It covers more days than usual, because an earlier stretch held too few drafts or people to be told without pointing at somebody, or could not be posted.',
    lateSince !== undefined &&
      `It was due on ${namedDay(lateSince, zone)} and comes late, because I could not post it then.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length === 0
    ? []
    : [named(digestBlocks.intro, richText(paragraph(plain(sentences.join(' ')))))];
}

/** How many drafts by how many people, the median of their scores, and how both moved. */
function checked({ period, drafts, people, medianScore, previous, weeks }: DigestFigures): RichTextBlock {
  const days = daysIn(period);
  const before = days === 1 ? 'the day before' : `the ${numeral(days)} days before`;
  const trend = previous === undefined ? '' : `, ${moved(medianScore, previous.medianScore, numeral)}`;
  const merged = weeks.some((week) => daysIn(week.period) > 7) ? ' (weeks with few drafts count as one)' : '';
  const row = weeks.map((week) => numeral(week.medianScore)).join(', ');
  return named(
    digestBlocks.checked,
    richText(
      paragraph(
        ...[bold(draftsOf(drafts)), plain(` by ${peopleOf(people)}${since(drafts, previous, before)}\n`)],
        ...[bold(`Median score ${numeral(medianScore)} of 100`), plain(`${trend}.`)],
        plain(' Half of the drafts have this or more.'),
        plain(weeks.length < 2 ? '' : `\nWeek by week, oldest first: ${row}${merged}.`),
      ),
    ),
  );
}

function since(drafts: number, previous: Counts | undefined, before: string): string {
  if (previous === undefined) return `. There was too little in ${before} to compare with.`;
  const then = `by ${peopleOf(previous.people)}`;
  if (drafts === previous.drafts) return `, as many as ${then} in ${before}.`;
  return `, ${moved(drafts, previous.drafts, numeral)} ${then} in ${before}.`;
}
