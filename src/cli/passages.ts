import { printable } from './printable.ts';
import { wrap } from './wrap.ts';

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** How the output wants its text. */
export interface Looks {
  /** Columns to fill; Infinity leaves lines whole, for a pipe or a file. */
  readonly width: number;
  /** Adds the colour, or returns the text as it is. */
  readonly paint: (style: Style, text: string) => string;
}

/** Lines of one look: `lead` stands before the first, spaces of the same length before the others. */
export interface Passage {
  readonly text: string;
  readonly style?: Style;
  readonly lead?: string;
  /** Stands before every line instead, as beside a quotation. */
  readonly bar?: string;
}

export const BLANK: Passage = { text: '' };

/** Passages under a title; none without any. */
export const section = (title: string, passages: readonly Passage[]): readonly Passage[] =>
  passages.length === 0 ? [] : [BLANK, { text: title, style: 'bold' }, ...passages];

/** One after the other, as they are printed; ends with a line feed. */
export const passagesText = (passages: readonly Passage[], looks: Looks): string =>
  passages.map((passage) => `${rows(passage, looks)}\n`).join('');

/** Makes the words harmless first, then breaks them, then colours them: colour codes have no width. */
function rows({ text, style, lead = '', bar }: Passage, { width, paint }: Looks): string {
  const indent = bar ?? ' '.repeat(lead.length);
  return printable(text)
    .split('\n')
    .flatMap((line) => wrap(line, width - indent.length))
    .map((line, index) => (index === 0 && bar === undefined ? lead : indent) + line)
    .map((line) => line.trimEnd())
    .map((line) => (style === undefined || line === '' ? line : paint(style, line)))
    .join('\n');
}
