const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Text that everything we pass it on to can hold: without NULs, and with a sign in the place of half a character.
 * Postgres refuses both, and Slack the one.
 */
export const soundText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/**
 * Slack's encoded text as the person typed it: `<…>` references become words, then entities become
 * their characters. Decode a text once only, on the way in.
 */
export const plainText = (encoded: string): string =>
  soundText(encoded)
    .replace(/<([^<>\n]*)>/g, (_, reference: string) => words(reference))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

/** As `plainText`, and without the marks of bold, italic and struck-through text, which no customer sees. */
export const plainMessageText = (encoded: string): string => plainText(withoutStyle(encoded));

/** What a reader sees in the place of `<reference|label>`. */
function words(reference: string): string {
  const bar = reference.indexOf('|');
  const target = bar === -1 ? reference : reference.slice(0, bar);
  const label = bar === -1 ? '' : reference.slice(bar + 1);
  switch (target[0]) {
    case '@':
      return label === '' ? '@someone' : prefixed('@', label);
    case '#':
      return label === '' ? '#channel' : prefixed('#', label);
    case '!':
      return label === '' ? prefixed('@', target.slice(1).split('^')[0] ?? '') : label;
    default:
      return link(target, label);
  }
}

const prefixed = (sign: string, name: string): string => (name.startsWith(sign) ? name : sign + name);

/** Slack puts a scheme in front of what people type; the label is then what they typed. */
function link(target: string, label: string): string {
  if (label === '') return target;
  return target.endsWith(label) || target.replace(/\/$/, '').endsWith(label) ? label : `${label} (${target})`;
}

// A mark counts where Slack would show the style: outside code, around words, within one line. The
// bound keeps a line of stray marks from costing more than its length.
const CODE = /(```[\s\S]*?```|`[^`\n]+`)/;
const STYLED = /(?<![\p{L}\p{N}*_~])([*_~])(?!\s|\1)([^\n]{0,400}?\S)(?<!\1)\1(?![\p{L}\p{N}*_~])/gu;

function withoutStyle(encoded: string): string {
  return encoded
    .split(CODE)
    .map((piece, index) => (index % 2 === 1 ? piece : stripMarks(piece)))
    .join('');
}

/** Twice, for a style within a style. */
const stripMarks = (text: string): string => text.replace(STYLED, '$2').replace(STYLED, '$2');
