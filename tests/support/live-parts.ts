/** What Slack would act on rather than show, in what it is sent. */
export interface Suspect {
  /** The person who asked: their own name may be a mention. */
  readonly userId: string;
  /** A word that stands only in the draft. */
  readonly word: string;
}

/** Where Slack takes a string as a name, an address or data of ours. */
const NAMES = new Set([
  'action_id',
  'block_id',
  'callback_id',
  'value',
  'url',
  'image_url',
  'private_metadata',
  'metadata',
  'external_id',
  'client_msg_id',
]);
/** Elements of rich_text that show what is in them, and lists and quotes of such. */
const SHOWN = /^(?:rich_text(?:_section|_list|_quote|_preformatted)?|text)$/;
const IN_RICH_TEXT = new Set(['link', 'emoji', 'channel', 'usergroup', 'broadcast', 'color', 'team']);

/** Words for everything in a message or a view that a draft could have brought to life; [] when all is text. */
export function liveParts(node: unknown, { userId, word }: Suspect, path = ''): string[] {
  if (typeof node === 'string') {
    const field = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
    const isName = path.split('.').some((part) => NAMES.has(part)) && !path.includes('element.initial');
    return [
      ...(node.isWellFormed() ? [] : [`${path}: half a character`]),
      ...(node.includes('\u0000') ? [`${path}: a NUL`] : []),
      ...(isName && node.includes(word) ? [`${path}: ${field} holds words of the draft`] : []),
    ];
  }
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, verbatim, emoji, user_id: mentioned } = node as Record<string, unknown>;
  const own: string[] = [];
  if (type === 'mrkdwn' && verbatim !== true) own.push(`${path}: mrkdwn that is not verbatim`);
  if (type === 'mrkdwn') own.push(...liveText(text, userId).map((what) => `${path}: ${what}`));
  if (type === 'plain_text' && emoji !== false) own.push(`${path}: emoji in plain text`);
  if (type === 'user' && mentioned !== userId) own.push(`${path}: mentions ${mentioned}`);
  if (typeof type === 'string' && IN_RICH_TEXT.has(type) && !SHOWN.test(type)) own.push(`${path}: a ${type}`);
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, value]) =>
      liveParts(value, { userId, word }, path === '' ? key : `${path}.${key}`),
    ),
  ];
}

/** What is not escaped in a text that Slack reads as markup. */
export function liveText(text: unknown, userId: string): string[] {
  const rest = String(text).replaceAll(`<@${userId}>`, '');
  const found = /[<>]|&(?!amp;|lt;|gt;)/.exec(rest);
  return found ? [`not escaped: ${rest.slice(found.index, found.index + 30)}`] : [];
}
