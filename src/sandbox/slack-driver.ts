import { randomUUID } from 'node:crypto';
import { commandPayload } from './command-payload.ts';
import { inMessage, inView, type PressedElement, type PressedView } from './press-payloads.ts';
import { type SignedRequest, signEvent, signRequest } from './sign-request.ts';

export interface DriverOptions {
  /** Where Bolt listens, with `/slack/events`. */
  readonly eventsUrl: string;
  readonly signingSecret: string;
  readonly team: { readonly id: string; readonly domain: string };
  readonly appId: string;
  /** Sent along with every request, such as those by which Slack says that it repeats itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes the place of `fetch`. */
  readonly post?: ((url: string, request: SignedRequest) => Promise<Response>) | undefined;
  /** The time that requests claim to be sent at, and are signed with; unset: now. */
  readonly sentAt?: () => Date;
}

/** Who acts, where, and the two keys Slack hands out with an action. */
export interface Act {
  readonly user: { readonly id: string; readonly name: string };
  readonly channel: { readonly id: string; readonly name: string };
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** The message that a shortcut is used on, as Slack describes it. */
export interface ActedOnMessage {
  readonly ts: string;
  readonly user?: string;
  readonly text?: string;
  readonly thread_ts?: string;
  readonly [field: string]: unknown;
}

export interface SubmittedView {
  readonly id: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  /** `state.values` of Slack's payload. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** As the bot opened it; Slack sends them along. */
  readonly blocks?: readonly unknown[];
  readonly hash?: string;
}

/** What Slack would do and the local Slack cannot: sends signed commands, shortcuts and forms to Bolt. */
export function createSlackDriver(options: DriverOptions) {
  const { eventsUrl, signingSecret, team, appId, headers, post = fetch, sentAt = () => new Date() } = options;
  const deliver = (request: SignedRequest): Promise<Response> =>
    post(eventsUrl, { ...request, headers: { ...request.headers, ...headers } });
  const send = (fields: Record<string, string>, at = sentAt()): Promise<Response> =>
    deliver(signRequest(fields, signingSecret, at));
  const interact = (payload: object): Promise<Response> =>
    send({ payload: JSON.stringify({ token: 'unused', api_app_id: appId, team, ...payload }) });
  const person = ({ user }: Pick<Act, 'user'>) => ({
    user: { ...user, username: user.name, team_id: team.id },
  });

  return {
    /** The person types `/apology-check text` into the channel; Slack has no command in a thread. */
    command: (text: string, act: Act, at?: Date) => send(commandPayload(text, act, { team, appId }), at),
    /** The person picks a shortcut from the menu of a message. */
    messageShortcut: (callbackId: string, message: ActedOnMessage, act: Act) =>
      interact({
        type: 'message_action',
        callback_id: callbackId,
        action_ts: message.ts,
        message_ts: message.ts,
        message: { type: 'message', ...message },
        channel: act.channel,
        trigger_id: act.triggerId,
        response_url: act.responseUrl,
        is_enterprise_install: false,
        enterprise: null,
        ...person(act),
      }),
    /** The person picks a shortcut from Slack's own menu. */
    globalShortcut: (callbackId: string, act: Pick<Act, 'user' | 'triggerId'>) =>
      interact({
        type: 'shortcut',
        callback_id: callbackId,
        action_ts: '0',
        trigger_id: act.triggerId,
        is_enterprise_install: false,
        enterprise: null,
        ...person(act),
      }),
    /** The person sends a form. `responseUrls` stand for the conversation that was chosen in it. */
    submitView: (view: SubmittedView, act: Act) =>
      interact({
        type: 'view_submission',
        trigger_id: act.triggerId,
        view: {
          id: view.id,
          type: 'modal',
          callback_id: view.callback_id,
          private_metadata: view.private_metadata,
          team_id: team.id,
          hash: view.hash ?? '0',
          blocks: view.blocks ?? [],
          state: { values: view.values },
        },
        response_urls: [
          {
            block_id: 'conversation',
            action_id: 'conversation_select',
            channel_id: act.channel.id,
            response_url: act.responseUrl,
          },
        ],
        is_enterprise_install: false,
        enterprise: null,
        ...person(act),
      }),
    /** The person presses a button, or chooses from a menu, in a message; `isPrivate`: one that they alone see. */
    pressInMessage: (element: PressedElement, message: ActedOnMessage, act: Act, isPrivate = false) =>
      interact({ ...inMessage(element, message, act, isPrivate), ...person(act) }),
    /** The same in a form or the Home tab, with what is typed in it. */
    pressInView: (element: PressedElement, view: PressedView, act: Act) =>
      interact({ ...inView(element, view, act, team.id), ...person(act) }),
    /** Something happened that the app has subscribed to. `envelope` is what Slack adds around it. */
    event: (
      event: { readonly type: string; readonly [field: string]: unknown },
      envelope: object = {},
      at = sentAt(),
    ) =>
      deliver(
        signEvent(
          {
            token: 'unused',
            type: 'event_callback',
            team_id: team.id,
            api_app_id: appId,
            event_id: `Ev${String(event.event_ts ?? event.ts ?? randomUUID()).replace('.', '')}`,
            event_time: Math.floor(Date.now() / 1000),
            authorizations: [{ team_id: team.id, is_bot: true, is_enterprise_install: false }],
            event,
            ...envelope,
          },
          signingSecret,
          at,
        ),
      ),
    /** Any payload that comes as `payload=…`, such as a pressed button. */
    interact,
  };
}

export type SlackDriver = ReturnType<typeof createSlackDriver>;
