import { type Counts, type DigestFigures, isTooLittle } from '../../reviews/digests/figures.ts';

type Row = readonly [figure: string, rule: string, value: number, of: number | ''];

const HEADER = 'span,period_from,period_to,figure,rule,value,of';

/**
 * The counts of a digest, of the stretch before and of the weeks, for a spreadsheet: ids, times and numbers
 * only, so that nothing needs quoting and no cell can be a formula. The header alone where there is too
 * little to be told. Pure.
 */
export function digestCsv(figures: DigestFigures): string {
  const { previous, weeks } = figures;
  const rows = isTooLittle(figures)
    ? []
    : [
        ...spanRows('period', figures, [...countRows(figures), ...ownRows(figures)]),
        ...(previous === undefined ? [] : spanRows('previous', previous, countRows(previous))),
        ...weeks.flatMap((week) => spanRows('week', week, countRows(week))),
      ];
  return [HEADER, ...rows].map((row) => `${row}\n`).join('');
}

const spanRows = (span: string, { period: { from, to } }: Counts, rows: readonly Row[]): readonly string[] =>
  rows.map((row) => [span, from, to, ...row].join(','));

const countRows = ({ drafts, people, medianScore, faults, missing }: Counts): readonly Row[] => [
  ['drafts', '', drafts, ''],
  ['people', '', people, ''],
  ['median_score', '', medianScore, 100],
  ...faults.map((count): Row => ['fault', count.rule, count.drafts, drafts]),
  ...missing.map((count): Row => ['missing', count.rule, count.drafts, drafts]),
];

/** What only the digest's own stretch of time has. */
const ownRows = ({ drafts, edited, practice }: DigestFigures): readonly Row[] => [
  ...(edited === undefined
    ? []
    : ([
        ['edited', '', edited.drafts, drafts],
        ['edited_people', '', edited.people, ''],
        ['edited_median_gain', '', edited.medianGain, ''],
      ] satisfies Row[])),
  ...(practice === undefined
    ? []
    : ([
        ['practice', practice.rule, practice.drafts, drafts],
        ['practice_median_score', practice.rule, practice.medianThen, 100],
      ] satisfies Row[])),
];
