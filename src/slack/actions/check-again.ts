import type { Rule } from '../../evaluator/rule.ts';
import type { CheckNow } from '../../reviews/check-now.ts';
import { updateModal } from '../modal.ts';
import { editorModal } from '../views/draft-modal.ts';
import type { ActionArgs } from './action-args.ts';
import { checkedForm } from './checked-form.ts';
import { readEditor } from './read-editor.ts';

/** "Check again", and with `take` "Put this into my draft": answered in the form, which stays open. */
export const onCheckAgain =
  (
    checkNow: CheckNow,
    options: { readonly take?: boolean; readonly rules?: readonly Rule[] | undefined } = {},
  ) =>
  async ({ ack, body, client, context: workspace }: ActionArgs): Promise<void> => {
    await ack();
    if (!body.view) return;
    const form = await checkedForm(checkNow, readEditor(body.view), { ...options, workspace });
    await updateModal(client, body, editorModal(form));
  };
