/** The text elements of rich_text blocks, joined: what a reader sees and Slack does not interpret. */
export function literalText(node: unknown): string {
  if (Array.isArray(node)) return node.map(literalText).join('');
  if (node === null || typeof node !== 'object') return '';
  const { type, text, elements, child_blocks: children } = node as Record<string, unknown>;
  if (type === 'text' && typeof text === 'string') return text;
  return literalText(elements ?? []) + literalText(children ?? []);
}
