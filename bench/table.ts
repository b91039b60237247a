/** Three significant digits. */
export const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : Number.isNaN(value) ? '–' : value.toPrecision(3);

/** Prints rows under a title as a Markdown table. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows];
  console.log(`\n${title}\n`);
  for (const cells of lines) console.log(`| ${cells.join(' | ')} |`);
}
