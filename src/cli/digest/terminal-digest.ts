import type { Rule } from '../../evaluator/rule.ts';
import { titleToMend } from '../../evaluator/title-to-mend.ts';
import { FEWEST_DRAFTS, FEWEST_PEOPLE, isTooLittle } from '../../reviews/digests/figures.ts';
import { checkedLines } from '../../reviews/digests/words/checked-lines.ts';
import { commonPoints } from '../../reviews/digests/words/common-points.ts';
import { faultsByWeek } from '../../reviews/digests/words/faults-by-week.ts';
import { gains } from '../../reviews/digests/words/gains.ts';
import { HOW_COUNTED } from '../../reviews/digests/words/how-counted.ts';
import { namedDays } from '../../reviews/digests/words/named-days.ts';
import type { Line } from '../../reviews/digests/words/section.ts';
import { EXAMPLE_WORDS, toPractise } from '../../reviews/digests/words/to-practise.ts';
import { tooLittleWords } from '../../reviews/digests/words/too-little.ts';
import { BLANK, type Looks, type Passage, passagesText, section } from '../passages.ts';
import type { PrintedDigest } from './printed-digest.ts';

/** As many weeks as a digest looks back. */
const WEEKS = 8;
/** Of a bar that stands for all drafts, in characters, where there is room. */
const LONGEST_BAR = 25;

/** What Slack shows of a digest, for a terminal; or why there is nothing to show. Pure; ends with a line feed. */
export function terminalDigest(digest: PrintedDigest, rules: readonly Rule[], looks: Looks): string {
  const { place, period, zone, figures } = digest;
  if (isTooLittle(figures)) return passagesText([tooLittle(digest)], looks);
  const days = namedDays(period, zone, { withYear: true });
  return passagesText(
    [
      { text: `Apologies drafted in ${place.channelId}, ${days}`, style: 'bold' },
      BLANK,
      ...checkedLines(figures).map(whole()),
      ...(['faults', 'missing'] as const).flatMap((kind) => {
        const { title, lines, none } = commonPoints(kind, figures, rules);
        return section(title, lines.length > 0 ? lines.map(whole('  - ')) : [{ text: none }]);
      }),
      ...gained(digest, rules),
      ...practice(digest, rules),
      ...chart(digest, rules, looks.width),
      BLANK,
      {
        text: `${HOW_COUNTED} docs/rules.md shows the rules. Days are those of ${zone}.`,
        style: 'dim',
      },
    ],
    looks,
  );
}

const tooLittle = ({ period, zone, figures: { drafts, people } }: PrintedDigest): Passage => ({
  text: tooLittleWords(
    { period, zone, drafts, people, needed: { drafts: FEWEST_DRAFTS, people: FEWEST_PEOPLE } },
    (days) => `--period ${days}d`,
  ),
});

const whole =
  (lead = '') =>
  ({ strong, text }: Line): Passage => ({ text: strong + text, lead });

function gained({ figures }: PrintedDigest, rules: readonly Rule[]): readonly Passage[] {
  const found = gains(figures, rules);
  return found === undefined ? [] : section(found.title, found.lines.map(whole('  - ')));
}

function practice({ figures }: PrintedDigest, rules: readonly Rule[]): readonly Passage[] {
  const found = toPractise(figures, rules);
  if (found === undefined) return [];
  const { title, advice, chosen, example } = found;
  return section(title, [
    { text: `${advice}\n${chosen}` },
    ...(example === undefined
      ? []
      : [
          { text: EXAMPLE_WORDS.before },
          { text: example.before, bar: '   ┃ ', style: 'cyan' as const },
          { text: EXAMPLE_WORDS.after },
          { text: example.after, bar: '   ┃ ', style: 'cyan' as const },
        ]),
  ]);
}

/** Bars beside their figures: a line for each week, so that they can be read aloud one after the other. */
function chart({ figures, zone }: PrintedDigest, rules: readonly Rule[], width: number): readonly Passage[] {
  const found = faultsByWeek(figures, zone, rules, WEEKS);
  if (found === undefined) return [];
  const { title, weeks, faults } = found;
  const names = Math.max(...weeks.map(({ length }) => length));
  const room = Math.min(LONGEST_BAR, width - `    ${' '.repeat(names)}  100 %  `.length);
  const bar = (percent: number, index: number): Passage => {
    const week = (weeks[index] ?? '').padEnd(names);
    return {
      text: `${week}  ${`${percent}`.padStart(3)} %  ${'█'.repeat(Math.round((percent / 100) * room))}`,
      lead: '    ',
    };
  };
  return section(title, [
    { text: 'The share of drafts in which each came up; weeks by the day they begin with, oldest first.' },
    ...faults.flatMap(({ rule, percents }) => [
      { text: titleToMend(rule), lead: '  - ' },
      ...percents.map(bar),
    ]),
  ]);
}
