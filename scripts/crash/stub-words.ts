import { z } from 'zod';

/** What the stub of Slack and its parent process say to each other. */

export const stubOptions = z.object({
  /** How long a post takes, in ms. */
  delayMs: z.number().default(30),
  /** Whether the same `client_msg_id` again is the same message, as Slack may or may not do. */
  honour: z.boolean().default(false),
  /** Whether the bot has a history scope and may look what stands already. */
  history: z.boolean().default(false),
});
export type StubOptions = z.input<typeof stubOptions>;

const post = z.object({
  /** Of the review. */
  id: z.string(),
  /** Parent or reply: Slack's `event_type`. */
  part: z.string(),
  /** '' for a parent. */
  thread: z.string(),
  ts: z.string(),
  /** ms since 1970. */
  at: z.number(),
});
export type Post = z.infer<typeof post>;

export const toStub = z.discriminatedUnion('kind', [
  /** An envelope of Socket Mode with a command in it. */
  z.object({ kind: z.literal('command'), id: z.string(), payload: z.unknown() }),
  /** Asks for the messages from the one with this number on. */
  z.object({ kind: z.literal('report'), from: z.number() }),
]);

export const fromStub = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), url: z.string() }),
  z.object({ kind: z.literal('acknowledged'), id: z.string() }),
  z.object({
    kind: z.literal('report'),
    posts: z.array(post),
    /** Of chat.postMessage, repeated ones included. */
    calls: z.number(),
    /** Calls of it that ran at the same time. */
    mostInFlight: z.number(),
  }),
]);
export type FromStub = z.infer<typeof fromStub>;
