const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** With at most one digit after the point, as a median of whole numbers has. */
export const numeral = (value: number): string => NUMBER.format(value);

export const counted = (count: number, one: string, many: string): string =>
  `${numeral(count)} ${count === 1 ? one : many}`;

export const draftsOf = (count: number): string => counted(count, 'draft', 'drafts');

export const peopleOf = (count: number): string => counted(count, 'person', 'people');

/** Between 0 and 1; nothing of nothing is none of it. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** A share from 0 to 1. A few of many are not called none, and nearly all are not called all. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  // With a space that does not break, so that the sign never begins a line.
  if (rounded === 0 && share > 0) return 'under 1\u00A0%';
  if (rounded === 100 && share < 1) return 'over 99\u00A0%';
  return `${rounded}\u00A0%`;
}

/** How a figure moved, by what a reader sees of it. */
export function moved(now: number, before: number, inWords: (figure: number) => string): string {
  if (inWords(now) === inWords(before)) return 'as before';
  return `${now > before ? 'up' : 'down'} from ${inWords(before)}`;
}
