import { z } from 'zod';

const message = z.looseObject({
  text: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
  thread_ts: z.string().optional(),
});

const view = z.looseObject({
  id: z.string(),
  hash: z.string().default('0'),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  title: z.unknown(),
  submit: z.unknown().optional(),
  close: z.unknown(),
  blocks: z.array(z.unknown()),
});

const homeView = z.looseObject({ id: z.string(), blocks: z.array(z.unknown()) });

/** `thread_ts` is the thread it stands in; unset: the channel. */
export interface PrivateMessage {
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly thread_ts?: string | undefined;
}
export type OpenForm = z.infer<typeof view>;
export type HomeTab = z.infer<typeof homeView>;

/** What each person alone sees, which Slack keeps nowhere: private messages, and forms, one on top of another. */
export function createPrivateScreens(changed: () => void) {
  const messages = new Map<string, PrivateMessage[]>();
  const forms = new Map<string, readonly OpenForm[]>();
  const homes = new Map<string, HomeTab>();
  return {
    /** `shown` is a message as the bot sent it. Throws ZodError. */
    show(userId: string, shown: unknown): void {
      const ts = (Date.now() / 1000).toFixed(6);
      messages.set(userId, [...(messages.get(userId) ?? []), { ...message.parse(shown), ts }]);
      changed();
    },
    /** Takes a private message away. */
    remove(userId: string, ts: string): void {
      messages.set(
        userId,
        (messages.get(userId) ?? []).filter((kept) => kept.ts !== ts),
      );
      changed();
    },
    /** `opened` is a view as Slack describes it. Throws ZodError. */
    open(userId: string, opened: unknown): void {
      forms.set(userId, [view.parse(opened)]);
      changed();
    },
    /** A view on top of the one that is open. Throws ZodError. */
    push(userId: string, pushed: unknown): void {
      forms.set(userId, [...(forms.get(userId) ?? []), view.parse(pushed)]);
      changed();
    },
    /** The bot drew an open form anew. Throws ZodError. */
    redraw(changedView: unknown): void {
      const form = view.parse(changedView);
      for (const [userId, open] of forms)
        forms.set(
          userId,
          open.map((one) => (one.id === form.id ? form : one)),
        );
      changed();
    },
    /** The form on top; the one below it, if there is any, is there again. */
    close(userId: string): void {
      forms.set(userId, (forms.get(userId) ?? []).slice(0, -1));
      changed();
    },
    /** `published` is the app's Home tab as Slack describes it. Throws ZodError. */
    publish(userId: string, published: unknown): void {
      homes.set(userId, homeView.parse(published));
      changed();
    },
    home: (userId: string): HomeTab | undefined => homes.get(userId),
    messages: (userId: string): readonly PrivateMessage[] => messages.get(userId) ?? [],
    form: (userId: string): OpenForm | undefined => forms.get(userId)?.at(-1),
  };
}

export type PrivateScreens = ReturnType<typeof createPrivateScreens>;
