import { z } from 'zod';
import { CHANNELS } from './context.ts';

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

export type Context = z.infer<typeof contextSchema>;
