/**
 * The second net under the logs. Whoever logs hands over ids and lengths only; should something else slip
 * through, such as a payload in the error of a library, this takes out what looks like a secret or a text.
 */

/** Longer strings are taken for a text, in UTF-16 units; our own messages and Slack's codes are shorter. */
const LONGEST = 300;
/** Nested deeper than this is a payload of somebody else's. */
const DEEPEST = 5;

/** What Slack's payloads and ours call a text, or whatever has one in it. */
const TEXTS = new Set(
  ['text', 'draft', 'quote', 'before', 'after', 'rewrite', 'value', 'values', 'blocks', 'attachments'].concat(
    ['view', 'state', 'private_metadata', 'event', 'body', 'payload', 'command', 'parameters', 'data'],
  ),
);

const SECRET_NAME =
  /token|secret|password|passwd|authorization|cookie|signature|api_?key|encryption_?key|response_?url|database_?url/i;

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\bx(?:ox[a-z]|app)[-.][\w%.-]+/gi, '[removed]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [removed]'],
  // Slack's way back to a person lets anybody who has it write to them.
  [/(https:\/\/hooks\.slack(?:-gov)?\.com)\/[^\s"')]*/gi, '$1/[removed]'],
  [/\b([a-z][\w+.-]*:\/\/[^\s:@/"]*):[^\s@/"]+@/gi, '$1:[removed]@'],
  // A signing secret has 32 hexadecimal digits, a key 64; ids of reviews have hyphens.
  [/\b[0-9a-f]{32,}\b/gi, '[removed]'],
];

const withoutSecrets = (text: string): string =>
  SECRETS.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text);

/** A message for the log: without secrets, and not longer than a message is. */
export const redactText = (text: string): string =>
  text.length > LONGEST ? `[${text.length} characters]` : withoutSecrets(text);

/** Details for the log: the same shape, with secrets and texts replaced. `name` is the key they stand under. */
export function redact(value: unknown, name = '', depth = 0): unknown {
  if (value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (SECRET_NAME.test(name)) return '[removed]';
  if (typeof value === 'string') {
    // Our own name for where an error was thrown: lines of a stack, without its message.
    if (name === 'at') return withoutSecrets(value);
    return TEXTS.has(name) ? `[${value.length} characters]` : redactText(value);
  }
  if (typeof value !== 'object') return `[${typeof value}]`;
  if (TEXTS.has(name) || depth >= DEEPEST) return '[removed]';
  if (Array.isArray(value)) return value.map((item) => redact(item, name, depth + 1));
  // Its message might quote a draft.
  if (value instanceof Error) return { code: ('code' in value && redact(value.code)) || value.name };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, redact(inner, key, depth + 1)]),
  );
}
