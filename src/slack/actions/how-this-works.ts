import type { Rule } from '../../evaluator/rule.ts';
import { openModal } from '../modal.ts';
import { howModal } from '../views/how-modal.ts';
import type { ActionArgs } from './action-args.ts';

/** "How this works" on a reply: what is judged and kept, and how to turn it off. */
export const onHowThisWorks =
  (rules: readonly Rule[]) =>
  async ({ ack, body, client }: ActionArgs): Promise<void> => {
    await ack();
    await openModal(client, body.trigger_id, howModal(rules));
  };
