import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import type { Workspace } from '../reviews/ports.ts';
import { reviewId } from '../reviews/review-id.ts';
import { withLogIds } from '../telemetry/log-context.ts';
import type { Observer, RequestKind } from '../telemetry/observer.ts';

/** Slack waits no longer for an acknowledgement, in ms. */
const SLACK_WAITS_MS = 3000;

/** What tells the kind of a request and where it belongs. Nothing of what was said. */
const bodySchema = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  trigger_id: z.string().optional(),
  event_id: z.string().optional(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  /** A text in a command. */
  is_enterprise_install: z.union([z.boolean(), z.string()]).nullish(),
  channel_id: z.string().optional(),
  team: z.looseObject({ id: z.string().optional() }).nullish().catch(undefined),
  enterprise: z.looseObject({ id: z.string().optional() }).nullish().catch(undefined),
  channel: z.looseObject({ id: z.string().optional() }).nullish().catch(undefined),
  view: z.looseObject({ id: z.string().optional() }).optional().catch(undefined),
  event: z.looseObject({ type: z.string().optional(), channel: z.unknown().optional() }).optional(),
});
type Body = z.infer<typeof bodySchema>;

const KINDS: Readonly<Record<string, RequestKind>> = {
  shortcut: 'shortcut',
  message_action: 'shortcut',
  block_actions: 'action',
  view_submission: 'view',
  view_closed: 'view',
};

const kindOf = ({ command, event, type = '' }: Body): RequestKind => {
  if (command !== undefined) return 'command';
  return event === undefined ? (KINDS[type] ?? 'other') : 'event';
};

/** As `org-wide.ts` has it. */
function workspaceOf(body: Body): Workspace {
  const isOrganisation = String(body.is_enterprise_install) === 'true';
  return {
    teamId: isOrganisation ? undefined : (body.team?.id ?? body.team_id ?? undefined),
    enterpriseId: body.enterprise?.id ?? body.enterprise_id ?? undefined,
  };
}

/** Slack's trigger becomes the id that the review of a command or shortcut gets from it, too. */
function idsOf(body: Body, kind: RequestKind, retry: number | undefined) {
  const workspace = workspaceOf(body);
  const trigger = kind === 'view' ? body.view?.id : body.trigger_id;
  const channel = body.channel?.id ?? body.channel_id ?? body.event?.channel;
  return {
    kind,
    request: body.event_id ?? (trigger === undefined ? undefined : reviewId(workspace, trigger)),
    team: workspace.teamId ?? workspace.enterpriseId,
    channel: typeof channel === 'string' ? channel : undefined,
    retry,
  };
}

/** A receiver whose requests are counted and timed, and log with their ids. */
export function observedReceiver(receiver: Receiver, observer: Pick<Observer, 'acknowledged'>): Receiver {
  async function process(app: App, event: ReceiverEvent): Promise<void> {
    const body = bodySchema.catch({}).parse(event.body);
    const kind = kindOf(body);
    const begun = performance.now();
    let isSettled = false;
    const settle = (acknowledged: boolean): void => {
      if (isSettled) return;
      isSettled = true;
      const ms = performance.now() - begun;
      observer.acknowledged(kind, acknowledged ? (ms > SLACK_WAITS_MS ? 'late' : 'in-time') : 'never', ms);
    };
    const ack: ReceiverEvent['ack'] = async (response) => {
      settle(true);
      await event.ack(response);
    };
    await withLogIds(idsOf(body, kind, event.retryNum), () => app.processEvent({ ...event, ack })).finally(
      () => settle(false),
    );
  }

  return {
    // Where there is one, Bolt looks for it here, to ask it for the tokens of workspaces.
    ...('installer' in receiver ? { installer: receiver.installer } : {}),
    init(app) {
      const observed: App = Object.create(app, {
        processEvent: { value: (event: ReceiverEvent) => process(app, event) },
      });
      receiver.init(observed);
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}
