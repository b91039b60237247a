import type { KnownBlock } from '@slack/types';
import type { ChartBlock } from './chart-block.ts';

/** A block of a message: Slack's types know all but one. */
export type MessageBlock = KnownBlock | ChartBlock;

/** What we send to Slack. `text` carries the whole message for screen readers and is escaped already. */
export interface Message<Shown extends MessageBlock = MessageBlock> {
  readonly text: string;
  readonly blocks: Shown[];
  /** The same without the newest blocks, for when Slack answers `invalid_blocks`. */
  readonly flat?: KnownBlock[];
}
