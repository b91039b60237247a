import { updateModal } from '../modal.ts';
import { editorModal } from '../views/draft-modal.ts';
import type { EditorForm } from '../views/editor-form.ts';
import type { ActionArgs } from './action-args.ts';
import { readEditor } from './read-editor.ts';

const growing =
  (grow: (form: EditorForm) => EditorForm) =>
  async ({ ack, body, client }: ActionArgs): Promise<void> => {
    await ack();
    if (body.view) await updateModal(client, body, editorModal(grow(readEditor(body.view))));
  };

/** "More about it": the fields for what else the sender knows. */
export const onMoreFields = growing((form) => ({ ...form, more: true }));

/** "My draft is longer": another input for it. */
export const onMoreRoom = growing((form) => ({
  ...form,
  draft: { ...form.draft, parts: [...form.draft.parts, ''] },
}));
