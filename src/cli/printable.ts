/** What a terminal obeys rather than shows: control characters but for line feeds, odd line ends, and the marks that turn the direction of text. */
export const OBEYED = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Shows what a terminal would obey (escape sequences, moves of the cursor, reversed text) as a visible
 * sign, so that a draft can neither repaint the screen nor hide words.
 */
export const printable = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').replace(OBEYED, sign);

/** The same in one line, for the name of a file, which may hold line feeds. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', sign);

/** U+2400 onwards holds a picture for each of the first 32 control characters. */
function sign(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
