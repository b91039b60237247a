import type { KnownBlock, RichTextBlock } from '@slack/types';
import { RULES } from '../../evaluator/rules/index.ts';
import type { DigestFigures } from '../../reviews/digests/figures.ts';
import { checkedLines } from '../../reviews/digests/words/checked-lines.ts';
import { namedDay, namedDays } from '../../reviews/digests/words/named-days.ts';
import { digestBlocks } from '../ids.ts';
import { faultsChart, faultsList } from './digest-chart.ts';
import { digestFooter } from './digest-footer.ts';
import { type DigestOptions, HOW_OFTEN } from './digest-options.ts';
import { gainBlocks, pointBlocks } from './digest-points.ts';
import { practiceBlock } from './digest-practice.ts';
import { cutText, LIMITS } from './limits.ts';
import type { Message } from './message.ts';
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
    ...pointBlocks(figures, rules),
    ...gainBlocks(figures, rules),
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

const checked = (figures: DigestFigures): RichTextBlock =>
  named(
    digestBlocks.checked,
    richText(
      paragraph(
        ...checkedLines(figures).flatMap(({ strong, text }, index) => [
          ...(index === 0 ? [] : [plain('\n')]),
          bold(strong),
          plain(text),
        ]),
      ),
    ),
  );
