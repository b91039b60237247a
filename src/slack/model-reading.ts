import type { ModelSwitches, Workspace } from '../reviews/ports.ts';
import type { ShownModel } from './views/who-reads.ts';

/** The language model that this bot may ask, where there is one. */
export interface ModelReading {
  /** How people are told which it is. */
  readonly name: string;
  readonly switches: ModelSwitches;
}

/** What people of a workspace are shown of it; `undefined` where there is none. Throws StoreUnavailableError. */
export async function shownModel(
  workspace: Workspace,
  model: ModelReading | undefined,
): Promise<ShownModel | undefined> {
  if (model === undefined) return undefined;
  return { name: model.name, on: (await model.switches.read(workspace)).on };
}
