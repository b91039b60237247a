import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message, type MessageProps } from 'slack-blocks-to-jsx';
import { z } from 'zod';
import { plainText } from '../slack/draft-text.ts';
import type { LocalSlack } from './local-slack.ts';

const blockSchema = z.looseObject({ type: z.string() });
const containerSchema = z.looseObject({
  title: z.looseObject({ text: z.string() }),
  child_blocks: z.array(z.unknown()),
  default_collapsed: z.boolean().default(false),
});

const DRAWN = new Set([
  'header',
  'section',
  'rich_text',
  'context',
  'divider',
  'image',
  'actions',
  'context_actions',
  'markdown',
  'table',
  'alert',
  'card',
  'data_visualization',
]);

/** Whose names stand in the place of their ids. */
type Known = Pick<LocalSlack, 'people' | 'channel'>;

/** Block Kit as HTML that needs no script. A kind of block that cannot be drawn is named in its place. */
export function blocksToHtml(blocks: readonly unknown[], known: Known): string {
  const parsed = blocks.map((block) => blockSchema.parse(block));
  const html: string[] = [];
  let run: typeof parsed = [];
  for (const block of [...parsed, undefined]) {
    if (block && DRAWN.has(block.type)) {
      run.push(block);
      continue;
    }
    if (run.length > 0) html.push(draw(run, known));
    run = [];
    if (block?.type === 'container') html.push(containerToHtml(containerSchema.parse(block), known));
    else if (block) html.push(`<p class="unknown">A block of the kind ${escapeHtml(block.type)}</p>`);
  }
  return html.join('');
}

/** A text in Slack's encoding, without its blocks. */
export const textToHtml = (encoded: string): string =>
  `<p class="words">${escapeHtml(plainText(encoded))}</p>`;

function draw(blocks: readonly unknown[], { people, channel }: Known): string {
  const props: MessageProps = {
    blocks: blocks as MessageProps['blocks'],
    name: '',
    logo: '',
    withoutWrapper: true,
    data: { users: people.map(({ id, realName }) => ({ id, name: realName })), channels: [channel] },
  };
  return (
    renderToStaticMarkup(createElement(Message, props))
      // Its root carries one id for all; a page holds many of them, so the style sheet goes by the class.
      .replace('id="slack_blocks_to_jsx" ', '')
      // A header stands right below the heading of the place.
      .replaceAll(/(<\/?)h3\b/g, '$1h2')
  );
}

/** Drawn here because the library's own needs a script to unfold. */
function containerToHtml(container: z.infer<typeof containerSchema>, known: Known): string {
  const { title, child_blocks: children, default_collapsed: collapsed } = container;
  const open = collapsed ? '' : ' open';
  return `<details class="container"${open}><summary>${escapeHtml(title.text)}</summary>${blocksToHtml(children, known)}</details>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
