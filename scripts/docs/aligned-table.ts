/** A Markdown table as the formatter leaves it. `figures`: columns after the first are numbers, and stand to the right. */
export function alignedTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { figures = false } = {},
): string {
  const widths = head.map((_, column) =>
    Math.max(figures ? 3 : 1, ...[head, ...rows].map((row) => [...(row[column] ?? '')].length)),
  );
  const isRight = (column: number): boolean => figures && column > 0;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padded = (cells: readonly string[]): string =>
    line(
      cells.map((cell, column) => {
        const room = ' '.repeat((widths[column] ?? 0) - [...cell].length);
        return isRight(column) ? room + cell : cell + room;
      }),
    );
  const rule = widths.map((width, column) =>
    isRight(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [padded(head), line(rule), ...rows.map(padded)].join('\n');
}
