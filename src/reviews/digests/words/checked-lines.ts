import type { Counts, DigestFigures } from '../figures.ts';
import { draftsOf, moved, numeral, peopleOf } from './figures-in-words.ts';
import { daysIn } from './named-days.ts';
import type { Line } from './section.ts';

/** How many drafts by how many people, the median of their scores, and how both moved. */
export function checkedLines({
  period,
  drafts,
  people,
  medianScore,
  previous,
  weeks,
}: DigestFigures): readonly Line[] {
  const days = daysIn(period);
  const before = days === 1 ? 'the day before' : `the ${numeral(days)} days before`;
  const trend = previous === undefined ? '' : `, ${moved(medianScore, previous.medianScore, numeral)}`;
  const merged = weeks.some((week) => daysIn(week.period) > 7) ? ' (weeks with few drafts count as one)' : '';
  const row = weeks.map((week) => numeral(week.medianScore)).join(', ');
  return [
    { strong: draftsOf(drafts), text: ` by ${peopleOf(people)}${since(drafts, previous, before)}` },
    {
      strong: `Median score ${numeral(medianScore)} of 100`,
      text: `${trend}. Half of the drafts have this or more.`,
    },
    ...(weeks.length < 2 ? [] : [{ strong: '', text: `Week by week, oldest first: ${row}${merged}.` }]),
  ];
}

function since(drafts: number, previous: Counts | undefined, before: string): string {
  if (previous === undefined) return `. There was too little in ${before} to compare with.`;
  const then = `by ${peopleOf(previous.people)}`;
  if (drafts === previous.drafts) return `, as many as ${then} in ${before}.`;
  return `, ${moved(drafts, previous.drafts, numeral)} ${then} in ${before}.`;
}
