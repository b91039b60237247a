import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { modelSwitch } from '../ids.ts';
import { openModal } from '../modal.ts';
import type { ModelReading } from '../model-reading.ts';
import {
  modelSwitchedModal,
  modelSwitchModal,
  modelSwitchRefusedModal,
} from '../views/model-switch-modal.ts';
import { isWorkspaceAdmin } from '../workspace-admins.ts';
import type { ActionArgs } from './action-args.ts';

/** "A language model" on the Home tab: what it means and whether it is on, for the admins of the workspace alone. */
export const onOpenModelSwitch =
  ({ name, switches }: ModelReading) =>
  async ({ ack, body, client, context }: ActionArgs): Promise<void> => {
    await ack();
    const { teamId, enterpriseId } = context;
    const [isAdmin, state] = await Promise.all([
      isWorkspaceAdmin(client, body.user.id),
      switches.read({ teamId, enterpriseId }),
    ]);
    const view = isAdmin ? modelSwitchModal(name, state) : modelSwitchRefusedModal();
    await openModal(client, body.trigger_id, view);
  };

const valuesSchema = z.object({
  [modelSwitch.block]: z.object({
    [modelSwitch.action]: z.object({ selected_option: z.object({ value: z.enum(['on', 'off']) }) }),
  }),
});

/** The answer of an admin. Whoever opened the form may have lost the right since. */
export const onSwitchModel =
  ({ name, switches }: ModelReading) =>
  async ({
    ack,
    body,
    view,
    client,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => {
    if (!(await isWorkspaceAdmin(client, body.user.id))) {
      await ack({ response_action: 'update', view: modelSwitchRefusedModal() });
      return;
    }
    const values = valuesSchema.parse(view.state.values);
    const on = values[modelSwitch.block][modelSwitch.action].selected_option.value === 'on';
    const { teamId, enterpriseId } = context;
    await switches.set({ teamId, enterpriseId }, on, body.user.id);
    await ack({ response_action: 'update', view: modelSwitchedModal(name, on) });
  };
