import type { StoredMessage } from './local-slack.ts';
import type { Harness } from './slack-harness.ts';

/** Somebody asks with the command: the review's id as the buttons of the reply carry it, and the reply as it stands now. */
export async function replied(harness: Harness, draft: string) {
  const act = await harness.act('support');
  await harness.driver.command(draft, act);
  await harness.settled();
  const parent = (await harness.slack.messages(act.channel.id)).at(-1);
  const reply = async (): Promise<StoredMessage> =>
    (await harness.slack.thread(act.channel.id, parent?.ts ?? ''))[1] as StoredMessage;
  const id: string = harness.gate.calls('chat.postMessage').at(-1)?.params.metadata.event_payload.review_id;
  return { id, reply };
}

export type Replied = Awaited<ReturnType<typeof replied>>;
