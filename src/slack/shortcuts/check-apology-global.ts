import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { openModal } from '../modal.ts';
import { draftModal } from '../views/draft-modal.ts';

type Args = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** "Check an apology", from anywhere in Slack: the form. */
export async function onCheckApologyGlobal({ ack, shortcut, client }: Args): Promise<void> {
  await ack();
  await openModal(client, shortcut.trigger_id, draftModal());
}
