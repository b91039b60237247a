import { createHash } from 'node:crypto';
import type { KnownBlock, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { BANDS } from '../../evaluator/review.ts';
import { soundText } from '../draft-text.ts';
import { findText } from '../find-text.ts';
import { actions, blocks, editorActions, editorBlocks, replyBlocks } from '../ids.ts';
import { CONTEXT_FIELD_NAMES, CONTEXT_FIELDS, type ContextFieldName } from '../views/context-fields.ts';
import { joinParts, partNumber, partsOf } from '../views/draft-inputs.ts';
import { type AskedBlank, type EditorForm, EMPTY_FORM } from '../views/editor-form.ts';
import { LIMITS } from '../views/limits.ts';

const stateSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.looseObject({
      value: z.string().transform(soundText).nullish(),
      selected_option: z.looseObject({ value: z.string() }).nullish(),
      selected_options: z.array(z.unknown()).nullish(),
      selected_conversation: z.string().nullish(),
      selected_date_time: z.number().nullish(),
    }),
  ),
);
type State = z.infer<typeof stateSchema>;

const metadataSchema = z.looseObject({
  channel_id: z.string().optional(),
  round: z.number().int().default(0),
  more: z.boolean().default(false),
  seams: z.array(z.string()).default([]),
  slots: z.array(z.tuple([z.string(), z.string()])).default([]),
  checked: z.string().optional(),
  verdict: z.object({ band: z.enum(BANDS), score: z.number() }).optional(),
  reply: z
    .object({ id: z.string(), revision: z.number().int(), channel_id: z.string(), ts: z.string() })
    .optional(),
});

const blockSchema = z.looseObject({
  block_id: z.string().default(''),
  label: z.looseObject({ text: z.string() }).optional(),
});

const offersSchema = z.looseObject({
  block_id: z.literal(editorBlocks.offers),
  elements: z.tuple([z.looseObject({ options: z.array(z.custom<PlainTextOption>()) })]),
});

/** A view as Slack sends it back with what was typed in it. */
export interface ReturnedView {
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
  readonly blocks?: readonly unknown[];
}

/** Reads the editor back. Throws ZodError for any other form. */
export function readEditor(view: ReturnedView): EditorForm {
  const state = stateSchema.parse(view.state.values);
  const metadata = metadataSchema.parse(
    view.private_metadata === '' ? {} : JSON.parse(view.private_metadata),
  );
  const { reply, verdict, seams, round, more, checked, channel_id: channelId } = metadata;
  const shown = view.blocks ?? [];
  return {
    ...EMPTY_FORM,
    ...readDraft(state, seams, round),
    fields: readFields(state),
    more,
    blanks: readBlanks(state, metadata.slots, shown),
    offers: readOffers(shown),
    answer: shown.filter(isAnswer) as KnownBlock[],
    earlier: findText(shown, editorBlocks.earlier) ?? '',
    checked,
    verdict,
    reply: reply && {
      reviewId: reply.id,
      revision: reply.revision,
      channelId: reply.channel_id,
      ts: reply.ts,
    },
    channelId,
    conversation: state[blocks.conversation]?.[actions.conversation]?.selected_conversation ?? undefined,
    onlyMe: (state[blocks.onlyMe]?.[actions.onlyMe]?.selected_options ?? []).length > 0,
  };
}

/** The block that an error about the draft belongs to: the last of its inputs. `blocks.draft` for a view without one. */
export const draftBlockIn = (values: unknown): string => {
  const parsed = stateSchema.safeParse(values);
  const ids = parsed.success ? Object.keys(parsed.data).filter((id) => partNumber(id) !== undefined) : [];
  return ids.toSorted((a, b) => (partNumber(a) ?? 0) - (partNumber(b) ?? 0)).at(-1) ?? blocks.draft;
};

/** Recognises a text without keeping it. */
export const textKey = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function readDraft(
  state: State,
  seams: readonly string[],
  round: number,
): Pick<EditorForm, 'draft' | 'round'> {
  const parts: string[] = [];
  for (const [id, values] of Object.entries(state)) {
    const number = partNumber(id);
    if (number !== undefined) parts[number] = values[actions.draft]?.value ?? '';
  }
  const draft = { parts: parts.length === 0 ? [''] : Array.from(parts, (part) => part ?? ''), seams };
  // An input cannot show more than its limit: such a text is spread over new ones rather than cut.
  if (draft.parts.every((part) => part.length <= LIMITS.modalInput)) return { draft, round };
  return { draft: partsOf(joinParts(draft)), round: round + 1 };
}

function readFields(state: State): EditorForm['fields'] {
  const typed: Partial<Record<ContextFieldName, string>> = {};
  for (const name of CONTEXT_FIELD_NAMES) {
    const given = state[name]?.[CONTEXT_FIELDS[name].action];
    const value = given?.value ?? given?.selected_option?.value ?? given?.selected_date_time?.toString();
    if (value) typed[name] = value;
  }
  return typed;
}

const readBlanks = (
  state: State,
  slots: readonly (readonly [id: string, slot: string])[],
  shown: readonly unknown[],
): AskedBlank[] => {
  const labels = new Map(shown.map((block) => labelOf(block)));
  return slots.map(([id, text]) => ({
    text,
    question: labels.get(id) ?? text,
    answer: state[id]?.[editorActions.blank]?.value ?? '',
  }));
};

function labelOf(block: unknown): readonly [string, string | undefined] {
  const parsed = blockSchema.safeParse(block);
  return parsed.success ? [parsed.data.block_id, parsed.data.label?.text] : ['', undefined];
}

/** As we sent them: a menu that is redrawn offers the same. */
function readOffers(shown: readonly unknown[]): PlainTextOption[] {
  const menu = shown.map((block) => offersSchema.safeParse(block)).find(({ success }) => success);
  return [...(menu?.data?.elements[0].options ?? [])];
}

function isAnswer(block: unknown): boolean {
  const [id] = labelOf(block);
  return id.startsWith(editorBlocks.answer) || id.startsWith(`${replyBlocks.suggestion}:`);
}
