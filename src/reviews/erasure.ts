import type { Person, Workspace } from './ports.ts';

/** How much of a person was kept. */
export interface Erased {
  /** Checks they asked for, those that waited included. */
  readonly checks: number;
  /** Drafts of theirs that nobody had answered yet. */
  readonly waiting: number;
  /** Places that carried their name, such as the settings of a channel. */
  readonly names: number;
}

/** What is kept, to be deleted. Every method throws StoreUnavailableError. */
export interface Erasure {
  /**
   * The app is no longer in a workspace: its access is gone when this resolves, and everything else that is
   * kept of it will be (`sweep`). `installed-since`, and nothing done, where it was installed after `at`.
   */
  depart(workspace: Workspace, at: Date): Promise<'departed' | 'installed-since'>;
  /** Deletes what is still kept of workspaces that departed. Cut off, it goes on the next time. */
  sweep(): Promise<void>;
  /**
   * Deletes what is kept of a person in this workspace. What they set up for others stays, without a name; of
   * a draft that is being read at this moment the answer may still come.
   */
  forgetPerson(person: Person): Promise<Erased>;
}
