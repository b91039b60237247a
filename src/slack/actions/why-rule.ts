import type { Rule } from '../../evaluator/rule.ts';
import { UnknownRuleError } from '../../reviews/errors.ts';
import { openModal } from '../modal.ts';
import { whyModal } from '../views/why-modal.ts';
import type { ActionArgs } from './action-args.ts';
import { pressedButton } from './pressed-button.ts';

/** "Why": the rule's reason and what it rests on, in a modal. */
export const onWhyRule =
  (rules: readonly Rule[]) =>
  async ({ ack, body, action, client }: ActionArgs): Promise<void> => {
    await ack();
    const { detail, triggerId } = pressedButton(body, action);
    const rule = rules.find(({ id }) => id === detail);
    if (!rule) throw new UnknownRuleError();
    await openModal(client, triggerId, whyModal(rule));
  };
