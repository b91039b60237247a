import { alignedTable } from '../scripts/docs/aligned-table.ts';
import { type Bound, type Goal, keepsTo, type Table } from './measurement.ts';

/** Three significant digits. */
export const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : Number.isNaN(value) ? '–' : value.toPrecision(3);

/** A Markdown table under its title. */
export const titledTable = ({ title, head, rows }: Table): string =>
  `${title}\n\n${alignedTable(head, rows, { figures: true })}`;

/** What was measured beside what it was held to, as a Markdown table. */
export const goalsTable = (goals: readonly Goal[]): string =>
  alignedTable(
    ['figure', 'measured', 'needed', 'aim', ''],
    goals.map((goal) => [
      goal.what,
      withUnit(digits(goal.measured), goal),
      bound(goal.needed, goal),
      bound(goal.aim, goal),
      verdict(goal),
    ]),
    { figures: true },
  );

const withUnit = (figure: string, { unit }: Goal): string => (unit === '' ? figure : `${figure} ${unit}`);

function bound(limit: Bound | undefined, goal: Goal): string {
  if (limit === undefined) return '';
  const [words, figure] = 'atMost' in limit ? ['at most', limit.atMost] : ['at least', limit.atLeast];
  return `${words} ${withUnit(String(figure), goal)}`;
}

function verdict({ measured, needed, aim }: Goal): string {
  if (aim && keepsTo(measured, aim)) return 'as aimed for';
  if (needed) return keepsTo(measured, needed) ? 'met' : '**short**';
  return '';
}
