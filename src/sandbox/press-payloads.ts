import type { Act, ActedOnMessage, SubmittedView } from './slack-driver.ts';

/** The element that was pressed, as Slack names it. */
export interface PressedElement {
  readonly type?: string;
  readonly action_id: string;
  readonly block_id?: string;
  readonly value?: string;
  /** Of a menu. */
  readonly selected_option?: unknown;
}

/** A form or a Home tab; without `values` nothing is typed in it. */
export type PressedView = Omit<SubmittedView, 'values'> &
  Partial<Pick<SubmittedView, 'values'>> & { readonly type?: string };

const press = ({ type = 'button', ...element }: PressedElement, { triggerId }: Act) => ({
  type: 'block_actions',
  actions: [{ type, block_id: 'b', action_ts: '0', ...element }],
  trigger_id: triggerId,
  is_enterprise_install: false,
  enterprise: null,
});

/** What Slack sends of a press in a message: the message too, unless one person alone sees it. */
export const inMessage = (
  element: PressedElement,
  message: ActedOnMessage,
  act: Act,
  isPrivate: boolean,
): object => ({
  ...press(element, act),
  container: {
    type: 'message',
    message_ts: message.ts,
    channel_id: act.channel.id,
    is_ephemeral: isPrivate,
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
  },
  channel: act.channel,
  response_url: act.responseUrl,
  ...(isPrivate ? {} : { message: { type: 'message', ...message } }),
});

/** What Slack sends of a press in a view: the view, with what is typed in it. */
export const inView = (
  element: PressedElement,
  { values = {}, ...view }: PressedView,
  act: Act,
  teamId: string,
): object => ({
  ...press(element, act),
  container: { type: 'view', view_id: view.id },
  view: { type: 'modal', hash: '0', team_id: teamId, ...view, state: { values } },
});
