import type { Rule } from '../../evaluator/rule.ts';
import type { CheckNow } from '../../reviews/check-now.ts';
import { updateModal } from '../modal.ts';
import type { RecentChecks } from '../recent-checks.ts';
import { editorModal } from '../views/draft-modal.ts';
import type { ActionArgs } from './action-args.ts';
import { checkedForm } from './checked-form.ts';
import { readEditor } from './read-editor.ts';

const TOO_MANY =
  'You have checked a great many times in a few minutes. Your text is as you left it; please check it again in a few minutes.';

interface Options {
  readonly checks: RecentChecks;
  readonly take?: boolean;
  readonly rules?: readonly Rule[] | undefined;
}

/** "Check again", and with `take` "Put this into my draft": answered in the form, which stays open. */
export const onCheckAgain =
  (checkNow: CheckNow, { checks, ...options }: Options) =>
  async ({ ack, body, client, context: workspace }: ActionArgs): Promise<void> => {
    await ack();
    if (!body.view) return;
    const typed = readEditor(body.view);
    const form = checks.count(`${body.team?.id} ${body.user.id}`)
      ? await checkedForm(checkNow, typed, { ...options, workspace })
      : { ...typed, notice: TOO_MANY };
    await updateModal(client, body, editorModal(form));
  };
