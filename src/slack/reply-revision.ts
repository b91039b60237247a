import { replyBlocks } from './ids.ts';

const BUTTONS = new RegExp(`^${replyBlocks.buttons}(?::(\\d+))?$`);

/**
 * How often an edited text had taken the place of the first one when this reply was shown: the number
 * behind the id of its buttons, none for a reply that was never edited. `undefined` for an edited reply of
 * an earlier version, which does not say.
 */
export function revisionIn(blocks: readonly { readonly block_id?: string }[]): number | undefined {
  const ids = blocks.map(({ block_id = '' }) => block_id);
  const number = ids.map((id) => BUTTONS.exec(id)?.[1]).find((found) => found !== undefined);
  if (number !== undefined) return Number(number);
  return ids.some((id) => id.startsWith(`${replyBlocks.current}:`)) ? undefined : 0;
}
