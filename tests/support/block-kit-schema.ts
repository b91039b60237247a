import { z } from 'zod';

/*
 * What Slack takes, as far as our messages, forms and Home tab use it: Slack's own types know the shapes but
 * no limit, and not which block may stand where. Strict: a field or block that is not here needs its limit
 * written down first (docs.slack.dev, Block Kit reference; slack-facts in the design notes). Nothing is
 * imported from the code, so that a test does not believe it.
 */

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((words) => words.isWellFormed(), 'half a character');

/** No draft text in an id: letters, digits and a few signs, no white space. */
const id = z
  .string()
  .max(255)
  .regex(/^[\w.:,-]+$/);

const words = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() });

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

// Literal text.

const style = z.strictObject({ bold: z.literal(true), italic: z.literal(true), strike: z.literal(true) });

const run = z.discriminatedUnion('type', [
  // Slack documents no limit here; 3000 is known to be taken.
  z.strictObject({ type: z.literal('text'), text: text(3000), style: style.partial().optional() }),
  z.strictObject({ type: z.literal('user'), user_id: id }),
  z.strictObject({ type: z.literal('channel'), channel_id: id }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int().positive(),
    format: text(100),
    fallback: text(100),
  }),
]);

const runs = z.array(run).min(1);
const lineOfText = z.strictObject({ type: z.literal('rich_text_section'), elements: runs });

const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        lineOfText,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: runs }),
        z.strictObject({ type: z.literal('rich_text_preformatted'), elements: runs }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(lineOfText).min(1),
        }),
      ]),
    )
    .min(1),
});

// What can be pressed, chosen or filled in.

const confirm = z.strictObject({ title: words(100), text: words(300), confirm: words(30), deny: words(30) });

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: words(75),
  /** Ids only: a button carries no draft text. */
  value: id.max(2000).optional(),
  url: z.url().max(3000).optional(),
  accessibility_label: text(75).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
});

const option = z.strictObject({ text: words(75), value: id.max(75) });
type Option = z.infer<typeof option>;

const options = (max: number) =>
  z
    .array(option)
    .min(1)
    .max(max)
    .refine((all) => unique(all.map(({ value }) => value)), 'two options with the same value');

const groups = z
  .array(z.strictObject({ label: words(75), options: options(100) }))
  .min(1)
  .max(100)
  .refine(
    (all) => unique(all.flatMap((group) => group.options.map(({ value }) => value))),
    'two options with the same value',
  );

interface Choice {
  readonly options?: Option[] | undefined;
  readonly option_groups?: { readonly options: Option[] }[] | undefined;
  readonly initial_option?: Option | undefined;
  readonly initial_options?: Option[] | undefined;
}

/** Slack refuses a choice that is not word for word one of those it offers. */
const offersWhatIsChosen = (choice: Choice): boolean => {
  const offered = [
    ...(choice.options ?? []),
    ...(choice.option_groups ?? []).flatMap((group) => group.options),
  ];
  const chosen = [
    ...(choice.initial_option ? [choice.initial_option] : []),
    ...(choice.initial_options ?? []),
  ];
  return chosen.every((one) => offered.some((other) => JSON.stringify(other) === JSON.stringify(one)));
};

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: id,
    options: options(100).optional(),
    option_groups: groups.optional(),
    initial_option: option.optional(),
    placeholder: words(150).optional(),
  })
  .refine(
    (select) => (select.options === undefined) !== (select.option_groups === undefined),
    'options or groups',
  )
  .refine(offersWhatIsChosen, 'chosen but not offered');

const inputElement = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean(),
      max_length: z.int().min(1).max(3000),
      initial_value: text(3000).optional(),
    })
    .refine(
      ({ initial_value: begun = '', max_length: max }) => begun.length <= max,
      'begins with more than it takes',
    ),
  staticSelect,
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      action_id: id,
      option_groups: groups,
      initial_options: z.array(option).min(1).max(100).optional(),
      placeholder: words(150).optional(),
    })
    .refine(offersWhatIsChosen, 'chosen but not offered'),
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      action_id: id,
      options: options(10),
      initial_option: option.optional(),
    })
    .refine(offersWhatIsChosen, 'chosen but not offered'),
  z
    .strictObject({
      type: z.literal('checkboxes'),
      action_id: id,
      options: options(10),
      initial_options: z.array(option).min(1).max(10).optional(),
    })
    .refine(offersWhatIsChosen, 'chosen but not offered'),
  z.strictObject({
    type: z.literal('conversations_select'),
    action_id: id,
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled: z.boolean().optional(),
    initial_conversation: id.optional(),
    placeholder: words(150).optional(),
    filter: z
      .strictObject({
        include: z
          .array(z.enum(['im', 'mpim', 'private', 'public']))
          .min(1)
          .optional(),
        exclude_bot_users: z.boolean().optional(),
      })
      .optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    action_id: id,
    initial_time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    action_id: id,
    // Ten digits.
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
]);

// Blocks.

const header = z.strictObject({ type: z.literal('header'), block_id: id.optional(), text: words(150) });

const context = z.strictObject({
  type: z.literal('context'),
  block_id: id.optional(),
  elements: z.array(words(3000)).min(1).max(10),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: id.optional(),
  elements: z
    .array(z.discriminatedUnion('type', [button, staticSelect]))
    .min(1)
    .max(25)
    .refine((all) => unique(all.map(({ action_id }) => action_id)), 'two elements with the same action id'),
});

const section = z.strictObject({
  type: z.literal('section'),
  block_id: id.optional(),
  text: words(3000),
  accessory: button.optional(),
});

const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: words(2000),
  hint: words(2000).optional(),
  optional: z.boolean().optional(),
  element: inputElement,
});

const container = z.strictObject({
  type: z.literal('container'),
  block_id: id.optional(),
  title: words(150),
  child_blocks: z
    .array(z.discriminatedUnion('type', [richText, context, actions, header]))
    .min(1)
    .max(10),
  is_collapsible: z.boolean(),
  default_collapsed: z.boolean(),
});

const feedback = z.strictObject({ text: words(75), accessibility_label: text(75), value: id.max(2000) });

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: id.optional(),
  elements: z
    .array(
      z.strictObject({
        type: z.literal('feedback_buttons'),
        action_id: id,
        positive_button: feedback,
        negative_button: feedback,
      }),
    )
    .min(1)
    .max(5),
});

/** For names and labels of charts, which are no text objects. */
const label = text(20);

const series = z.strictObject({
  name: label,
  data: z
    .array(z.strictObject({ label, value: z.number() }))
    .min(1)
    .max(20),
});

const chart = z
  .strictObject({
    type: z.literal('line'),
    series: z
      .array(series)
      .min(1)
      .max(6)
      .refine((all) => unique(all.map(({ name }) => name)), 'two series with the same name'),
    axis_config: z.strictObject({
      categories: z.array(label).min(1).max(20).refine(unique, 'two categories with the same label'),
      x_label: text(50).optional(),
      y_label: text(50).optional(),
    }),
  })
  .refine(
    ({ series: all, axis_config: { categories } }) =>
      all.every(
        ({ data }) => JSON.stringify(data.map((point) => point.label)) === JSON.stringify(categories),
      ),
    'a series without a point for every category',
  );

const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id.optional(),
  title: text(50),
  chart,
});

interface Identified {
  readonly block_id?: string | undefined;
  readonly child_blocks?: readonly Identified[];
}

const blockIds = (blocks: readonly Identified[]): string[] =>
  blocks.flatMap(({ block_id, child_blocks = [] }) => [
    ...(block_id === undefined ? [] : [block_id]),
    ...blockIds(child_blocks),
  ]);

const hasUniqueIds = (blocks: readonly Identified[]): boolean => unique(blockIds(blocks));
const TWICE = 'two blocks with the same id';

// Surfaces, each with the blocks that may stand there.

const messageBlocks = z
  .array(
    z.discriminatedUnion('type', [
      header,
      richText,
      actions,
      context,
      container,
      contextActions,
      dataVisualization,
    ]),
  )
  .min(1)
  .max(50)
  .refine(hasUniqueIds, TWICE)
  .refine(
    (blocks) => blocks.filter(({ type }) => type === 'data_visualization').length <= 2,
    'more than two charts',
  );

const message = z.strictObject({
  text: text(40_000),
  blocks: messageBlocks,
  flat: messageBlocks
    .refine(
      (blocks) => blocks.every(({ type }) => type !== 'data_visualization'),
      'one of the newest blocks, which may be what Slack refused',
    )
    .optional(),
});

const metadata = z.string().max(3000).optional();
const callback = id.optional();

const modal = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: callback,
    private_metadata: metadata,
    title: words(24),
    submit: words(24).optional(),
    close: words(24).optional(),
    blocks: z
      .array(z.discriminatedUnion('type', [header, richText, actions, context, section, input]))
      .min(1)
      .max(100)
      .refine(hasUniqueIds, TWICE),
  })
  .refine(
    ({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'),
    'inputs, and no button to send them',
  );

const home = z.strictObject({
  type: z.literal('home'),
  private_metadata: metadata,
  blocks: z
    .array(z.discriminatedUnion('type', [header, richText, actions, context, section]))
    .max(100)
    .refine(hasUniqueIds, TWICE),
});

const SURFACES = { message, modal, home } as const;

/** Why Slack would refuse this message or view, one reason a line; '' when it would not. */
export function refusal(surface: keyof typeof SURFACES, value: unknown): string {
  const result = SURFACES[surface].safeParse(value);
  return result.success ? '' : z.prettifyError(result.error);
}

/** Slack tells no number; it has refused 11,341 characters with `msg_blocks_too_long`. */
export const SAFE_BLOCKS_TEXT = 10_000;

/** How much text a message's blocks hold, what stands on buttons not counted. */
export function textIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + textIn(one), 0);
  if (node === null || typeof node !== 'object') return 0;
  if ('type' in node && (node.type === 'button' || node.type === 'feedback_buttons')) return 0;
  if ('type' in node && node.type === 'data_visualization') return JSON.stringify(node).length;
  return Object.entries(node).reduce(
    (sum, [name, value]) =>
      sum + (name === 'text' && typeof value === 'string' ? value.length : textIn(value)),
    0,
  );
}
