import { DraftTooLongError, EmptyDraftError, MAX_DRAFT } from '../../errors.ts';
import { isUnjudged } from '../../evaluator/checklist.ts';
import type { Rule } from '../../evaluator/rule.ts';
import type { Answer, CheckNow } from '../../reviews/check-now.ts';
import type { Workspace } from '../../reviews/ports.ts';
import { findText } from '../find-text.ts';
import { replyBlocks } from '../ids.ts';
import { checkAnswer } from '../views/check-answer.ts';
import { CONTEXT_FIELDS, type ContextFieldName } from '../views/context-fields.ts';
import { joinParts, partsOf } from '../views/draft-inputs.ts';
import type { EditorForm } from '../views/editor-form.ts';
import { offersOf } from '../views/offers-menu.ts';
import { formPlace } from './form-place.ts';
import { readContext } from './read-context.ts';
import { textKey } from './read-editor.ts';

interface CheckOptions {
  /** Where the settings are that hold. */
  readonly workspace: Partial<Workspace>;
  /** Go on with the suggestion. */
  readonly take?: boolean;
  readonly rules?: readonly Rule[] | undefined;
}

/** The form after a check: what was typed in it, with the answers in the text and what there is to say about it. */
export async function checkedForm(
  checkNow: CheckNow,
  form: EditorForm,
  { workspace, take = false, rules }: CheckOptions,
): Promise<EditorForm> {
  const draft = joinParts(form.draft);
  const { context, errors } = readContext(form.fields);
  const problem = draftProblem(draft) ?? inWords(errors);
  if (problem !== undefined) return { ...form, notice: problem };

  const { text, suggested, review, profile, blanks, unplaced, remedies } = await checkNow({
    draft,
    context,
    place: formPlace(form, workspace),
    answers: answersIn(form),
    suggestion:
      form.checked === textKey(draft) ? findText(form.answer, `${replyBlocks.suggestion}:`) : undefined,
    take,
  });
  const next = text === draft ? form : withDraft(form, text);
  const left = form.blanks.filter(({ text: slot }) => unplaced.some((answer) => answer.slot === slot));
  return {
    ...next,
    earlier: suggested && form.earlier === '' ? draft : form.earlier,
    blanks: [
      ...blanks
        .filter((blank) => !left.some(({ text: slot }) => slot === blank.text))
        // A question that was asked before says more than one made from the slot alone.
        .map((blank) => ({ ...unanswered(blank), ...questionOf(form, blank.text) })),
      ...left,
    ],
    answer: checkAnswer(review, {
      text,
      profile,
      before: form.verdict,
      replaced: text !== draft,
      unplaced: left.length,
      ...(rules ? { rules } : {}),
    }),
    offers: offersOf(remedies),
    checked: textKey(joinParts(next.draft)),
    verdict:
      isUnjudged(review) || review.notAnApology ? form.verdict : { band: review.band, score: review.score },
  };
}

/** What keeps a draft from being read, in words for the person. */
export function draftProblem(draft: string): string | undefined {
  if (draft.trim() === '') return new EmptyDraftError().userMessage;
  return draft.length > MAX_DRAFT ? new DraftTooLongError(draft.length).userMessage : undefined;
}

/** The form with another text in its draft, in new inputs: Slack would keep what was typed in the old ones. */
export const withDraft = (form: EditorForm, text: string): EditorForm => ({
  ...form,
  draft: partsOf(text),
  round: form.round + 1,
  blanks: form.blanks.map((blank) => (text.includes(blank.text) ? blank : { ...blank, answer: '' })),
});

/** What was typed for the questions. */
export const answersIn = ({ blanks }: EditorForm): Answer[] =>
  blanks
    .filter(({ answer }) => answer.trim() !== '')
    .map(({ text, answer }) => ({ slot: text, words: answer }));

const unanswered = (blank: { readonly text: string; readonly question: string }) => ({
  text: blank.text,
  question: blank.question,
  answer: '',
});

function questionOf({ blanks }: EditorForm, slot: string) {
  const before = blanks.find(({ text }) => text === slot);
  return before ? { question: before.question } : {};
}

/** A button cannot mark a field, so the field is named. */
function inWords(errors: Readonly<Record<string, string>>): string | undefined {
  const lines = Object.entries(errors).map(
    ([name, error]) => `"${CONTEXT_FIELDS[name as ContextFieldName].label}" ${error}`,
  );
  return lines.length === 0 ? undefined : lines.join('\n');
}
