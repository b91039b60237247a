import type { Context } from './context-schema.ts';

export type { Context } from './context-schema.ts';

/** Where the message will be read. The last five map onto the rubric's profiles (`profile.ts`). */
export const CHANNELS = [
  'email',
  'chat',
  'review_reply',
  'status_page',
  'script',
  'letter',
  'social',
  'sms',
  'incident_report',
  'slack_draft',
] as const;

export type Channel = (typeof CHANNELS)[number];

type Assumed = 'channel' | 'audience' | 'noticed_by' | 'fault' | 'severity' | 'prior_apologies';

/** A context in which the fields that the rubric has a default for are set. */
export type FullContext = Context & { [K in Assumed]-?: NonNullable<Context[K]> };

/** Channels that many read. */
const PUBLISHED: ReadonlySet<Channel> = new Set(['status_page', 'incident_report']);

/** The rubric's assumptions (section 5): e-mail, one reader, the customer complained, fault ours, severity medium. */
export const withDefaults = (context: Context): FullContext => ({
  ...context,
  channel: context.channel ?? 'email',
  audience: context.audience ?? (PUBLISHED.has(context.channel ?? 'email') ? 'broadcast' : 'one'),
  noticed_by: context.noticed_by ?? 'customer',
  fault: context.fault ?? 'ours',
  severity: context.severity ?? 'medium',
  prior_apologies: context.prior_apologies ?? 0,
});
