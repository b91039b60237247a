import { readPeriod } from '../../reviews/digests/asked-period.ts';

const DAYS_IN: Readonly<Record<string, number>> = {
  day: 1,
  d: 1,
  week: 7,
  w: 7,
  month: 30,
  m: 30,
  year: 365,
  y: 365,
};

/** "30", "30 days", "2 weeks", "last month": a number, if any, and a length of time, if any. */
const LENGTH = /^(?:the )?(?:last )?(\d{1,4})?\s*(day|d|week|w|month|m|year|y)?s?$/;
/** Year and month in other orders and with other signs, or with a day behind. */
const YEAR_FIRST = /^(\d{4})[-/. ]?(\d{1,2})(?:[-/.]\d{1,2})?$/;
const MONTH_FIRST = /^(\d{1,2})[-/. ](\d{4})$/;

/** What was probably meant by words that are no period; `undefined` where nobody can tell. */
export function meantPeriod(typed: string): string | undefined {
  const words = typed.trim().toLowerCase();
  const [, year, monthBehind] = YEAR_FIRST.exec(words) ?? [];
  const [, monthBefore, yearBehind] = MONTH_FIRST.exec(words) ?? [];
  const month = (monthBehind ?? monthBefore)?.padStart(2, '0');
  const meant = month === undefined ? lengthOf(words) : `${year ?? yearBehind}-${month}`;
  return meant !== undefined && readPeriod(meant) !== undefined ? meant : undefined;
}

function lengthOf(words: string): string | undefined {
  const [, count, unit] = LENGTH.exec(words) ?? [];
  if (count === undefined && unit === undefined) return undefined;
  return `${Number(count ?? 1) * (DAYS_IN[unit ?? 'day'] ?? 1)}d`;
}
