import type { Workspace } from './ports.ts';

/** The bot's access to a workspace, as Slack gave it. */
export interface BotAccess {
  readonly token: string;
  /** Slack's ids of the bot and of its user. */
  readonly botId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  /** Set where tokens rotate: what the next token is asked with, once, and how long this one holds (ISO 8601 UTC). */
  readonly rotation?: { readonly refreshToken: string; readonly expiresAt: string } | undefined;
}

/** The app in one workspace; without a team, in a whole organisation. */
export interface Installation extends Workspace {
  readonly appId: string | undefined;
  readonly bot: BotAccess;
  /** ISO 8601 UTC. */
  readonly installedAt: string;
}

export interface KeptInstallation extends Installation {
  /** Changes with every change of what is kept. */
  readonly version: number;
}

/** Where the app is installed. Every method throws StoreUnavailableError. */
export interface Installations {
  /** `undefined` where the app is not installed. Throws CannotReadSecretError. */
  find(workspace: Workspace): Promise<KeptInstallation | undefined>;
  /** In the place of what was there. */
  save(installation: Installation): Promise<void>;
  /**
   * Whether the caller alone may ask Slack for the next token of what it found, of all processes: until it
   * has called `renew`, or for so many ms. False as well when what it found has changed since.
   */
  claimRenewal(found: KeptInstallation, forMs: number): Promise<boolean>;
  /** Lets somebody else try at once. */
  releaseRenewal(found: KeptInstallation): Promise<void>;
  /** Keeps the next token; `changed`, and nothing kept, when what was found has changed since. */
  renew(found: KeptInstallation, bot: BotAccess): Promise<'renewed' | 'changed'>;
  remove(workspace: Workspace): Promise<void>;
}

/** Links that may be used once. Throws StoreUnavailableError. */
export interface UsedLinks {
  /** Whether nobody has used this one before; that is remembered until it expires anyway. */
  use(link: string, expires: Date): Promise<boolean>;
}
