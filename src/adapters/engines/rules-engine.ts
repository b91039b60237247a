import type { Engine } from '../../evaluator/engine.ts';
import { reviewDraft } from '../../evaluator/evaluate.ts';

/** Reads drafts by the rules alone: on this machine, at once, and the same draft always the same way. */
export const rulesEngine: Engine = {
  name: 'rules',
  review: async (text, context, options) => reviewDraft(text, context, options),
};
