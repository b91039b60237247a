import { z } from 'zod';

const blockSchema = z.looseObject({
  type: z.literal('rich_text'),
  block_id: z.string(),
  elements: z.array(z.looseObject({ elements: z.array(z.unknown()) })),
});

const partSchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  name: z.string().optional(),
});

/**
 * The text that we showed under block ids with this prefix, joined again from as many blocks as it took;
 * `undefined` when there is none. `blocks` are those of a message or a view as Slack sends them back.
 */
export function findText(blocks: readonly unknown[], prefix: string): string | undefined {
  const pieces = blocks.flatMap((block) => {
    const parsed = blockSchema.safeParse(block);
    if (!parsed.success || !parsed.data.block_id.startsWith(prefix)) return [];
    const number = Number(parsed.data.block_id.slice(prefix.length));
    return Number.isInteger(number) ? [{ number, text: textOf(parsed.data) }] : [];
  });
  const text = pieces
    .toSorted((a, b) => a.number - b.number)
    .map((piece) => piece.text)
    .join('');
  return text.trim() === '' ? undefined : text;
}

const textOf = ({ elements }: z.infer<typeof blockSchema>): string =>
  elements
    .flatMap((element) => element.elements)
    .map((part) => {
      const { type, text, url, name } = partSchema.parse(part);
      // Slack may turn an address or an emoji of the text into an element of its own.
      if (type === 'emoji') return `:${name ?? ''}:`;
      return text ?? url ?? '';
    })
    .join('');
