import { type CheckNow, putAnswers } from '../../reviews/check-now.ts';
import type { Workspace } from '../../reviews/ports.ts';
import { joinParts } from '../views/draft-inputs.ts';
import type { EditorForm } from '../views/editor-form.ts';
import { answersIn, checkedForm, draftProblem, withDraft } from './checked-form.ts';
import { readContext } from './read-context.ts';
import { draftBlockIn, type ReturnedView, readEditor } from './read-editor.ts';

/** A form that was sent, as it is to be used: the answers in the text, and what is wrong with it by block id. */
export function sentForm(view: ReturnedView) {
  const { form, open } = withAnswers(readEditor(view));
  const draft = joinParts(form.draft);
  const { context, errors } = readContext(form.fields);
  const problem = draftProblem(draft);
  return {
    form,
    draft,
    context,
    errors: {
      ...errors,
      ...(problem === undefined ? {} : { [draftBlockIn(view.state.values)]: problem }),
    } as Readonly<Record<string, string>>,
    /** Answers are left that only the suggestion has a place for. */
    open,
  };
}

const READ_ONCE =
  'I have put your answers into the suggestion, and the suggestion into your draft. Please read it once before it goes anywhere.';

/** The form with the suggestion in it that takes those answers, to be read once before it is sent again. */
export const toReadOnce = async (
  checkNow: CheckNow,
  form: EditorForm,
  workspace: Partial<Workspace>,
): Promise<EditorForm> => ({ ...(await checkedForm(checkNow, form, { workspace })), notice: READ_ONCE });

/** Answers whose slots stand in the draft itself are put in; `open` tells whether others are left. */
function withAnswers(form: EditorForm): { readonly form: EditorForm; readonly open: boolean } {
  const draft = joinParts(form.draft);
  const answers = answersIn(form);
  const text = putAnswers(draft, answers);
  return {
    form: text === draft ? form : withDraft(form, text),
    open: answers.some(({ slot }) => !draft.includes(slot)),
  };
}
