import { setTimeout as delay } from 'node:timers/promises';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/** Slack waits for 3 s; who takes longer is acknowledged all the same, in ms. */
const PATIENCE_MS = 2500;

/**
 * A receiver that acknowledges an event once its listener is done, where Bolt would do so before it begins:
 * what a process did not live to keep, Slack delivers again.
 */
export function acknowledgeEventsLate(receiver: Receiver): Receiver {
  async function process(app: App, event: ReceiverEvent): Promise<void> {
    if (event.body.type !== 'event_callback') return app.processEvent(event);
    const done = app.processEvent({ ...event, ack: async () => undefined });
    await Promise.race([done, delay(PATIENCE_MS, undefined, { ref: false })]);
    await event.ack();
    await done;
  }

  return {
    // Where there is one, Bolt looks for it here, to ask it for the tokens of workspaces.
    ...('installer' in receiver ? { installer: receiver.installer } : {}),
    init(app) {
      receiver.init(
        Object.create(app, { processEvent: { value: (event: ReceiverEvent) => process(app, event) } }),
      );
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}
