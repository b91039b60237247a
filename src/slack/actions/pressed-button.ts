import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { ReviewKey, Workspace } from '../../reviews/ports.ts';

const blockSchema = z.looseObject({ type: z.string() });

const bodySchema = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  container: z.looseObject({
    channel_id: z.string().optional(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
  }),
  /** Slack leaves it out for a message that only one person sees. */
  message: z
    .looseObject({
      ts: z.string(),
      thread_ts: z.string().optional(),
      blocks: z.array(blockSchema).default([]),
    })
    .optional(),
  channel: z.looseObject({ id: z.string() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().default(''),
});

const actionSchema = z.looseObject({
  value: z.string().regex(/^[^:]+(?::[^:]+)?$/),
});

/** A button of a reply that somebody pressed. */
export interface PressedButton {
  readonly userId: string;
  readonly reviewId: string;
  /** What stands behind the id: a rule, or an answer. '' for nothing. */
  readonly detail: string;
  /** The message it stands on; `undefined` for one that only this person sees. */
  readonly message: PostedMessage | undefined;
  readonly threadTs: string | undefined;
  readonly responseUrl: string | undefined;
  readonly triggerId: string;
}

export interface PostedMessage {
  readonly channelId: string;
  readonly ts: string;
  readonly blocks: readonly KnownBlock[];
}

/** The review of a button, as one of the workspace in which it was pressed. */
export const reviewKey = ({ teamId, enterpriseId }: Partial<Workspace>, id: string): ReviewKey => ({
  id,
  teamId,
  enterpriseId,
});

/** Reads what Slack sends of a pressed button. Throws ZodError for anything that is not one of ours. */
export function pressedButton(body: unknown, action: unknown): PressedButton {
  const { user, container, message, channel, response_url, trigger_id } = bodySchema.parse(body);
  const [reviewId = '', detail = ''] = actionSchema.parse(action).value.split(':');
  const channelId = channel?.id ?? container.channel_id;
  return {
    userId: user.id,
    reviewId,
    detail,
    message:
      message && channelId !== undefined
        ? { channelId, ts: message.ts, blocks: message.blocks as unknown as KnownBlock[] }
        : undefined,
    threadTs: message?.thread_ts ?? container.thread_ts,
    responseUrl: response_url,
    triggerId: trigger_id,
  };
}
