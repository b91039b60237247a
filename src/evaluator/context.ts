import { z } from 'zod';

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

const text = (max: number) => z.string().trim().min(1).max(max);

/**
 * What the sender knows and the draft does not say: the context fields of the rubric, section 5, under
 * the rubric's own names. All are optional; `withDefaults` fills in what the rubric assumes.
 */
export const contextSchema = z.strictObject({
  channel: z.enum(CHANNELS).optional(),
  audience: z.enum(['one', 'broadcast']).optional(),
  incident_at: z.iso.datetime({ offset: true }).optional(),
  noticed_by: z.enum(['customer', 'us', 'unaware']).optional(),
  what_happened: text(2000).optional(),
  fault: z.enum(['ours', 'shared', 'third-party', 'customer', 'unknown']).optional(),
  /** The cause in words, or `unknown`. */
  root_cause: text(1000).optional(),
  severity: z.enum(['low', 'medium', 'high']).optional(),
  failure_type: z
    .enum([
      'product-fault',
      'poor-service',
      'late',
      'wrong-item',
      'price',
      'over-promise',
      'miscommunication',
      'outage',
      'data',
      'safety',
    ])
    .optional(),
  customer_name: text(200).optional(),
  customer_words: text(5000).optional(),
  asked_for: text(1000).optional(),
  prior_apologies: z.number().int().min(0).max(100).optional(),
  /** Remedies the sender may offer, in words. */
  authority: z.array(text(200)).max(20).optional(),
  promises: z
    .array(z.strictObject({ what: text(300), by: text(100) }))
    .max(20)
    .optional(),
  follow_up_on: text(100).optional(),
  owner: text(200).optional(),
  escalation_contact: text(200).optional(),
  wants_detail: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  sender_name: text(200).optional(),
  sender_role: text(200).optional(),
});

export type Channel = (typeof CHANNELS)[number];
export type Context = z.infer<typeof contextSchema>;

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
