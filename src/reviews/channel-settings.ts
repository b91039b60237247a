import { z } from 'zod';

/** What people here write most: the rubric's profiles under the names of the context (`evaluator/context.ts`). */
export const PROFILE_CHANNELS = ['email', 'chat', 'review_reply', 'status_page', 'script', 'letter'] as const;

/** `colleagues-private`: in the thread, but a message that somebody else wrote is looked at privately. */
export const VISIBILITIES = ['thread', 'colleagues-private', 'private'] as const;

/** A list of texts is typed into one input of Slack's, one to a line. */
const INPUT_MAX = 3000;

/** Where a rule may stand that does not count as usual; it stands in one of them at most. */
export const RULE_FIELDS = ['rulesDouble', 'rulesHalf', 'rulesOff'] as const;

/** A rule without which there is nothing to judge: it can't be switched off. */
export const INDISPENSABLE_RULE = 'explicit-apology';

interface Entries {
  /** For the sentences that say what is wrong. */
  readonly what: string;
  readonly most: number;
  readonly longest: number;
  readonly shortest: number;
}

const entries = ({ what, most, longest, shortest }: Entries) =>
  z
    .array(
      z
        .string()
        .trim()
        .min(shortest, { error: `A ${what} needs at least ${shortest} characters.` })
        .max(longest, { error: `A ${what} may have up to ${longest} characters; one of these is longer.` }),
    )
    .max(most, { error: `Please keep it to ${most} lines.` })
    .refine((texts) => texts.join('\n').length <= INPUT_MAX, {
      error: `Please keep it to ${INPUT_MAX} characters in all.`,
    })
    .default([]);

/** Ids of rules. One that is no longer known is left alone. */
const ruleIds = z.array(z.string()).max(100);

const fields = z.object({
  rulesDouble: ruleIds.default([]),
  rulesHalf: ruleIds.default([]),
  rulesOff: ruleIds
    .refine((rules) => !rules.includes(INDISPENSABLE_RULE), {
      error: 'Saying sorry is what I look for; that one has to stay on.',
    })
    .default([]),
  /** Where a draft is assumed to be read when nobody said so. */
  channel: z.enum(PROFILE_CHANNELS).default('email'),
  visibility: z.enum(VISIBILITIES).default('thread'),
  /** Wordings of the house that count as no fault. */
  housePhrases: entries({ what: 'phrase', most: 50, longest: 200, shortest: 3 }),
  /** What people here may offer; empty: nothing is said about offers. */
  remedies: entries({ what: 'remedy', most: 20, longest: 200, shortest: 2 }),
  /** Who decides about more than that, and reads what is sensitive; '' when nobody is named. */
  escalationContact: z.string().trim().max(200, { error: 'Please keep it to 200 characters.' }).default(''),
  /** Words that want somebody with authority to read the draft. */
  legalWords: entries({ what: 'word', most: 50, longest: 100, shortest: 2 }),
});

/**
 * What a channel has settled for itself. Each field has a default, so that what is stored stays readable
 * when a field is added, and `{}` means "as it comes".
 */
export const channelSettingsSchema = fields.superRefine((settings, { addIssue }) => {
  RULE_FIELDS.forEach((field, at) => {
    const earlier = RULE_FIELDS.slice(0, at).flatMap((name) => settings[name]);
    settings[field].forEach((rule, index) => {
      if (earlier.includes(rule))
        addIssue({
          code: 'custom',
          path: [field, index],
          message: 'this stands in a field above as well. Please leave it in one of them.',
        });
    });
  });
});

export type ChannelSettings = z.infer<typeof channelSettingsSchema>;

/** As it comes. */
export const DEFAULT_SETTINGS: ChannelSettings = channelSettingsSchema.parse({});

/** Names of the fields, in the order in which people see them. */
export const SETTING_FIELDS = [
  'channel',
  'visibility',
  ...RULE_FIELDS,
  'housePhrases',
  'remedies',
  'escalationContact',
  'legalWords',
] as const satisfies readonly (keyof ChannelSettings)[];

/** The fields in which two settings differ. */
export const differingFields = (a: ChannelSettings, b: ChannelSettings): (keyof ChannelSettings)[] =>
  SETTING_FIELDS.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
