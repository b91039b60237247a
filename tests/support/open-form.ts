import { expect } from 'vitest';
import { z } from 'zod';
import type { Act, SubmittedView } from '../../src/sandbox/slack-driver.ts';
import type { Harness } from './slack-harness.ts';

// biome-ignore lint/suspicious/noExplicitAny: blocks of any kind
type AnyBlock = any;

const viewSchema = z.looseObject({
  id: z.string(),
  hash: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  title: z.looseObject({ text: z.string() }),
  submit: z.looseObject({ text: z.string() }).nullish(),
  blocks: z.array(z.custom<AnyBlock>()),
});
type View = z.infer<typeof viewSchema>;
const answerSchema = z.looseObject({ view: viewSchema });

/** How what stands in an element reads in `state.values`, and how a test types into it. */
const stateOf = (element: AnyBlock): AnyBlock => {
  switch (element.type) {
    case 'static_select':
      return { selected_option: element.initial_option ?? null };
    case 'conversations_select':
      return { selected_conversation: element.initial_conversation ?? null };
    case 'checkboxes':
      return { selected_options: element.initial_options ?? [] };
    case 'datetimepicker':
      return { selected_date_time: element.initial_date_time ?? null };
    default:
      return { value: element.initial_value ?? null };
  }
};

/**
 * A form on somebody's screen. As Slack's clients do, it keeps what was typed in an input for as long as
 * its block id stays, whatever the bot says its beginning is; a new block id starts anew.
 */
export async function openForm(harness: Harness, who: 'dana' | 'kim', open: (act: Act) => Promise<Response>) {
  const { gate, driver } = harness;
  const act = () => harness.act('support', who);
  const opened = gate.given('views.open').length;
  await open(await act());
  await expect.poll(() => gate.given('views.open').length).toBeGreaterThan(opened);
  let view = answerSchema.parse(gate.given('views.open').at(-1)).view;
  const typed = new Map<string, object>();

  const show = (next: View): void => {
    const ids = new Set(next.blocks.map((block) => block.block_id));
    for (const id of typed.keys()) if (!ids.has(id)) typed.delete(id);
    view = next;
  };
  const inputs = () => view.blocks.filter((block) => block.type === 'input');
  const input = (id: string) => {
    const found = inputs().find((block) => block.block_id === id);
    if (!found) throw new Error(`the form has no ${id}: ${inputs().map((block) => block.block_id)}`);
    return found;
  };
  const state = (block: AnyBlock) => typed.get(block.block_id) ?? stateOf(block.element);
  const sent = (): SubmittedView => ({
    ...view,
    values: Object.fromEntries(
      inputs().map((block) => [
        block.block_id,
        { [block.element.action_id]: { type: block.element.type, ...state(block) } },
      ]),
    ),
  });
  const value = (block: AnyBlock): string => {
    const { value, selected_option: option, selected_date_time: time } = state(block);
    return value ?? option?.value ?? time?.toString() ?? '';
  };

  return {
    view: () => view,
    sent,
    blockIds: (): string[] => view.blocks.map((block) => block.block_id ?? ''),
    /** What a person reads in the form besides what they typed. */
    words: (): string => wordsOf(view.blocks),
    labels: (): string[] => inputs().map((block) => block.label.text),
    /** What stands in the input with this label. */
    read: (label: string): string => value(inputs().find((block) => block.label.text === label)),
    /** All parts of the draft, one after the other. */
    draft: (): string[] =>
      inputs()
        .filter((block) => block.label.text.startsWith('Your draft'))
        .map(value),
    type(label: string, text: string): void {
      const block = inputs().find((one) => one.label.text === label);
      if (!block) throw new Error(`no input says ${label}`);
      typed.set(block.block_id, { value: text });
    },
    set: (id: string, to: object): void => void typed.set(input(id).block_id, to),
    /** Presses a button and waits until the form is drawn anew. */
    async press(actionId: string, chosen: object = {}): Promise<void> {
      const before = gate.given('views.update').length;
      await driver.pressInView({ action_id: actionId, ...chosen }, sent(), await act());
      await expect.poll(() => gate.given('views.update').length, { timeout: 5000 }).toBeGreaterThan(before);
      show(answerSchema.parse(gate.given('views.update').at(-1)).view);
    },
    /** Presses a button and does not wait for anything. */
    pressOnly: async (actionId: string) => driver.pressInView({ action_id: actionId }, sent(), await act()),
    /** Sends it; resolves to what Slack was told. */
    async submit(): Promise<AnyBlock> {
      const text = await (await harness.driver.submitView(sent(), await act())).text();
      const answer = text === '' ? undefined : JSON.parse(text);
      if (answer?.response_action === 'update') show({ ...view, ...answer.view });
      return answer;
    },
  };
}

function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join(' ');
  if (node === null || typeof node !== 'object') return '';
  const { text, elements, label, hint, element, accessory } = node as Record<string, unknown>;
  const own = typeof text === 'string' ? text : wordsOf(text);
  return [own, ...[label, hint, elements, accessory].map(wordsOf), element ? '' : '']
    .filter((part) => part !== '')
    .join(' ');
}
