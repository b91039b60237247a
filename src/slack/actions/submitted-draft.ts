import { z } from 'zod';
import { type Context, contextSchema } from '../../evaluator/context.ts';
import { actions, blocks } from '../ids.ts';

const field = <Name extends string, Value extends z.ZodType>(name: Name, value: Value) =>
  z.object({ [name]: value } as Record<Name, Value>);
const typed = z.object({ value: z.string().nullish() });
const chosen = z.object({ selected_option: z.object({ value: z.string() }).nullish() });

const valuesSchema = z.object({
  [blocks.draft]: field(actions.draft, typed),
  [blocks.channel]: field(actions.channel, chosen),
  [blocks.whatHappened]: field(actions.whatHappened, typed),
  [blocks.customerWords]: field(actions.customerWords, typed),
  [blocks.conversation]: field(
    actions.conversation,
    z.object({ selected_conversation: z.string().nullish() }),
  ),
  [blocks.onlyMe]: field(actions.onlyMe, z.object({ selected_options: z.array(z.unknown()).nullish() })),
});

const metadataSchema = z.object({ channel_id: z.string().optional() });

/** What a person filled in. */
export interface SubmittedDraft {
  readonly draft: string;
  readonly context: Context;
  /** `undefined`: no conversation was chosen and none was known. */
  readonly channelId: string | undefined;
  readonly onlyMe: boolean;
}

/** Reads the form that Slack sends back (`view.state.values`, `view.private_metadata`). Throws ZodError for any other. */
export function readSubmittedDraft(state: unknown, privateMetadata: string): SubmittedDraft {
  const values = valuesSchema.parse(state);
  const metadata = metadataSchema.parse(privateMetadata === '' ? {} : JSON.parse(privateMetadata));
  const filled = (text: string | null | undefined) => text?.trim() || undefined;
  return {
    draft: values.draft.draft_input.value ?? '',
    context: contextSchema.parse({
      channel: values.channel.channel_select.selected_option?.value,
      what_happened: filled(values.what_happened.what_happened_input.value),
      customer_words: filled(values.customer_words.customer_words_input.value),
    }),
    channelId: values.conversation.conversation_select.selected_conversation ?? metadata.channel_id,
    onlyMe: (values.only_me.only_me_checkbox.selected_options ?? []).length > 0,
  };
}
