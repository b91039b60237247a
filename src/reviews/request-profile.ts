import { withDefaults } from '../evaluator/context.ts';
import { parseDraft } from '../evaluator/draft.ts';
import { type Profile, profileOf } from '../evaluator/profile.ts';
import type { ReviewRequest } from './ports.ts';

/** The channel profile a request is judged by. Throws as `parseDraft` does. */
export const requestProfile = (request: Pick<ReviewRequest, 'draft' | 'context'>): Profile =>
  profileOf(parseDraft(request.draft), withDefaults(request.context));
