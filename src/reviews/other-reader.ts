import { EngineUnavailableError } from '../errors.ts';
import type { Engine } from '../evaluator/engine.ts';
import type { Review } from '../evaluator/review.ts';
import type { ModelSwitches, ReviewRequest, Workspace } from './ports.ts';

/** A language model that reads drafts besides the rules, where a workspace wants it to. */
export interface OtherReader {
  readonly engine: Engine;
  readonly switches: Pick<ModelSwitches, 'read'>;
}

/** The model for a workspace; `undefined` where there is none, or it was not turned on. Throws StoreUnavailableError. */
export async function readerFor(
  workspace: Workspace,
  reader: OtherReader | undefined,
): Promise<Engine | undefined> {
  if (reader === undefined) return undefined;
  return (await reader.switches.read(workspace)).on ? reader.engine : undefined;
}

type Asked = Pick<ReviewRequest, 'draft' | 'context'>;

/**
 * The model's review, or `undefined` where none came before `signal` did. Throws what the rules throw.
 */
export async function readBy(
  engine: Engine,
  { draft, context }: Asked,
  options: { readonly now: string; readonly signal: AbortSignal },
): Promise<Review | undefined> {
  try {
    return await engine.review(draft, context, options);
  } catch (error) {
    if (error instanceof EngineUnavailableError) return undefined;
    throw error;
  }
}

/** The rules' review, which says what becomes of the other reader. */
export const withOther = (
  review: Review,
  name: string,
  state: NonNullable<Review['other']>['state'],
): Review => ({ ...review, other: { name, state } });
