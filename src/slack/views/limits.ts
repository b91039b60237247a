/** Slack's limits, in characters or items (docs.slack.dev, Block Kit reference and chat.postMessage). */
export const LIMITS = {
  messageBlocks: 50,
  /** Longer top-level text is cut by Slack. */
  messageText: 40_000,
  /**
   * All text of a message's blocks. Slack tells no number; chat.postMessage has refused 11,341 characters with
   * `msg_blocks_too_long` (github.com/slackapi/bolt-js, issues 2509 and 2867).
   */
  messageBlocksText: 10_000,
  buttonText: 75,
  header: 150,
  sectionText: 3000,
  /** Not documented for a rich_text element; the limit of a text object is known to be accepted. */
  richTextElement: 3000,
  contextElements: 10,
  containerChildren: 10,
  containerTitle: 150,
  modalTitle: 24,
  modalInput: 3000,
  optionText: 75,
  privateMetadata: 3000,
  chartSeriesName: 20,
  chartPoints: 20,
} as const;

/** `text` in at most `max` UTF-16 units, never in the middle of a code point; a cut is shown by "…". */
export function cutText(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, wholeCodePoints(text, max - 1))}…`;
}

/**
 * Pieces of at most `max` UTF-16 units that joined give `text` again. Prefers to end a piece after a
 * line or a word, and never ends one inside a code point.
 */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > max) {
    const end = wholeCodePoints(text, start + max);
    const earliest = start + Math.floor(max * 0.8);
    const line = text.lastIndexOf('\n', end - 1) + 1;
    const word = text.lastIndexOf(' ', end - 1) + 1;
    const cut = line > earliest ? line : word > earliest ? word : end;
    pieces.push(text.slice(start, cut));
    start = cut;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

/** `end`, or one less where it would fall between the halves of a surrogate pair. */
function wholeCodePoints(text: string, end: number): number {
  const before = text.charCodeAt(end - 1);
  const splitsPair = before >= 0xd800 && before <= 0xdbff;
  return splitsPair ? end - 1 : end;
}
