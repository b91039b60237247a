import type { Context } from '../evaluator/context.ts';
import type { ChannelSettings } from './channel-settings.ts';
import type { PrivacyReason, ReviewRequest } from './ports.ts';

/** What a listener knows of a request besides the request itself. */
export interface Circumstances {
  /** The draft is a message that somebody else wrote. */
  readonly byColleague?: boolean | undefined;
  /** People of other organisations are in the channel. */
  readonly withOutsiders?: boolean | undefined;
}

type Given = Pick<ReviewRequest, 'context' | 'visibility' | 'source'>;

/** What a request takes over from its channel: only what nobody said, and more privacy, never less. */
export function withChannelSettings<Request extends Given>(
  request: Request,
  settings: ChannelSettings,
  circumstances: Circumstances,
): Request {
  const because = request.visibility === 'private' ? undefined : privacyReason(settings, circumstances);
  return {
    ...request,
    context: contextIn(request, settings),
    ...(circumstances.byColleague ? { byColleague: true } : {}),
    ...(because === undefined ? {} : { visibility: 'private' as const, privateBecause: because }),
  };
}

function privacyReason(
  { visibility }: ChannelSettings,
  { byColleague, withOutsiders }: Circumstances,
): PrivacyReason | undefined {
  if (withOutsiders) return 'outsiders';
  if (visibility === 'private') return 'channel';
  return visibility === 'colleagues-private' && byColleague ? 'colleague' : undefined;
}

/** What is known of a draft's case in a channel: what was said, and what the channel has settled for the rest. */
export function contextIn(
  { context, source }: Pick<Given, 'context' | 'source'>,
  settings: ChannelSettings,
): Context {
  const { channel, remedies, escalationContact } = settings;
  // `slack_draft` on a shortcut is our own guess at an e-mail, which a channel may know better.
  const isGuess = source === 'message-shortcut' && context.channel === 'slack_draft';
  const unsaid = context.channel === undefined || isGuess;
  return {
    ...(unsaid && channel !== 'email' ? { ...context, channel } : context),
    ...(context.authority === undefined && remedies.length > 0 ? { authority: [...remedies] } : {}),
    ...(context.escalation_contact === undefined && escalationContact !== ''
      ? { escalation_contact: escalationContact }
      : {}),
  };
}
