import type { Rule } from '../../evaluator/rule.ts';
import { openModal } from '../modal.ts';
import { type ModelReading, shownModel } from '../model-reading.ts';
import { howModal } from '../views/how-modal.ts';
import type { ActionArgs } from './action-args.ts';

/** "How this works" on a reply: what is judged and kept, and how to turn it off. */
export const onHowThisWorks =
  (rules: readonly Rule[], model: ModelReading | undefined) =>
  async ({ ack, body, client, context }: ActionArgs): Promise<void> => {
    await ack();
    const { teamId, enterpriseId } = context;
    const shown = await shownModel({ teamId, enterpriseId }, model);
    await openModal(client, body.trigger_id, howModal(rules, shown));
  };
