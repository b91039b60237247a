import { openModal } from '../modal.ts';
import { draftModal } from '../views/draft-modal.ts';
import type { ActionArgs } from './action-args.ts';

/** "Check an apology" on the Home tab: the form. */
export async function onOpenForm({ ack, body, client }: ActionArgs): Promise<void> {
  await ack();
  await openModal(client, body.trigger_id, draftModal());
}
