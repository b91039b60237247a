/**
 * Breaks one line at spaces so that none is longer than `width` characters; a longer word stays whole,
 * because an address cut in two is of no use. Infinity leaves the line as it is.
 */
export function wrap(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const indent = line.match(/^ */)?.[0] ?? '';
  const rows: string[] = [];
  let row = '';
  for (const word of line.trim().split(/ +/)) {
    const longer = row === '' ? indent + word : `${row} ${word}`;
    if (longer.length <= width || row === '') row = longer;
    else {
      rows.push(row);
      row = indent + word;
    }
  }
  return [...rows, row];
}
