import { z } from 'zod';
import type { SettingsStore } from '../../reviews/ports.ts';
import { updateModal } from '../modal.ts';
import { editorModal } from '../views/draft-modal.ts';
import type { EditorForm } from '../views/editor-form.ts';
import { asksForRepair, offersOf, remedyKey } from '../views/offers-menu.ts';
import type { ActionArgs } from './action-args.ts';
import { formPlace } from './form-place.ts';
import { readEditor } from './read-editor.ts';

const chosenSchema = z.looseObject({ selected_option: z.looseObject({ value: z.string() }) });

const GONE = 'That offer is no longer among those you may make here. The list is now as it stands.';

/** Somebody chose what to offer: it goes into the answer about the repair, where they can go on with it. */
export const onChooseOffer =
  (settings: Pick<SettingsStore, 'read'>) =>
  async ({ ack, action, body, client, context }: ActionArgs): Promise<void> => {
    await ack();
    if (!body.view) return;
    const form = readEditor(body.view);
    const place = formPlace(form, context);
    const remedies = place === undefined ? [] : (await settings.read(place)).settings.remedies;
    const { value } = chosenSchema.parse(action).selected_option;
    const chosen = remedies.find((remedy) => remedyKey(remedy) === value);
    const next = chosen === undefined ? { ...form, notice: GONE } : offering(form, chosen);
    await updateModal(client, body, editorModal({ ...next, offers: offersOf(remedies) }));
  };

/** Behind what was typed, in new inputs: Slack would keep what stood in the old ones. */
const offering = (form: EditorForm, remedy: string): EditorForm => ({
  ...form,
  round: form.round + 1,
  blanks: form.blanks.map((blank) =>
    asksForRepair(blank.text)
      ? { ...blank, answer: [blank.answer.trim(), remedy].filter(Boolean).join(', ') }
      : blank,
  ),
});
