import type { KnownBlock } from '@slack/types';

/** What we send to Slack. `text` carries the whole message for screen readers and is escaped already. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
  /** The same without the newest blocks, for when Slack answers `invalid_blocks`. */
  readonly flat?: KnownBlock[];
}
