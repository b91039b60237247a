import { z } from 'zod';

const message = z.looseObject({
  text: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
  thread_ts: z.string().optional(),
});

const view = z.looseObject({
  id: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  title: z.unknown(),
  submit: z.unknown(),
  close: z.unknown(),
  blocks: z.array(z.unknown()),
});

/** `thread_ts` is the thread it stands in; unset: the channel. */
export interface PrivateMessage {
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly thread_ts?: string | undefined;
}
export type OpenForm = z.infer<typeof view>;

/** What each person alone sees, which Slack keeps nowhere: private messages and an open form. */
export function createPrivateScreens(changed: () => void) {
  const messages = new Map<string, PrivateMessage[]>();
  const forms = new Map<string, OpenForm>();
  return {
    /** `shown` is a message as the bot sent it. Throws ZodError. */
    show(userId: string, shown: unknown): void {
      const ts = (Date.now() / 1000).toFixed(6);
      messages.set(userId, [...(messages.get(userId) ?? []), { ...message.parse(shown), ts }]);
      changed();
    },
    /** `opened` is a view as Slack describes it. Throws ZodError. */
    open(userId: string, opened: unknown): void {
      forms.set(userId, view.parse(opened));
      changed();
    },
    close(userId: string): void {
      forms.delete(userId);
      changed();
    },
    messages: (userId: string): readonly PrivateMessage[] => messages.get(userId) ?? [],
    form: (userId: string): OpenForm | undefined => forms.get(userId),
  };
}

export type PrivateScreens = ReturnType<typeof createPrivateScreens>;
