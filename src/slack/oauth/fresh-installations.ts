import { setTimeout as delay } from 'node:timers/promises';
import type { BotAccess, Installations, KeptInstallation } from '../../reviews/installations.ts';
import type { Clock, Workspace } from '../../reviews/ports.ts';

/** Tokens are renewed so long before they expire, in ms; Slack's hold for twelve hours. */
const RENEW_BEFORE_MS = 7_200_000;
/** A token that holds for less is not sent any more, in ms. */
const TOO_SHORT_MS = 30_000;
/** Longer than asking Slack may take, in ms; after it somebody else tries. */
const CLAIM_MS = 15_000;
/** How often is looked whether somebody else has the next token, in ms, and how many times at most. */
const LOOK_MS = 200;
const LOOKS = 100;

export interface FreshInstallations {
  /**
   * An installation with a token that holds; `undefined` where the app is not installed. Throws what
   * `exchange` throws where no token holds any more, CannotReadSecretError and StoreUnavailableError.
   */
  find(workspace: Workspace): Promise<KeptInstallation | undefined>;
  /** Resolves when no token is being renewed: one that Slack gave and nobody kept is lost. */
  settled(): Promise<void>;
}

interface Deps {
  readonly installations: Installations;
  /** Asks Slack for the next token, which uses up what it is asked with. */
  readonly exchange: (bot: BotAccess) => Promise<BotAccess>;
  readonly clock: Clock;
  /** Hears why a token could not be renewed while the old one still holds. */
  readonly onError: (error: unknown) => void;
}

/**
 * Tokens that rotate, renewed before they expire. What the next one is asked with works once, so of all
 * processes and jobs one asks. Nobody waits for that as long as the old token holds.
 */
export function createFreshInstallations({
  installations,
  exchange,
  clock,
  onError,
}: Deps): FreshInstallations {
  const renewals = new Set<Promise<void>>();
  const holdsFor = ({ bot: { rotation } }: KeptInstallation): number =>
    rotation === undefined ? Infinity : Date.parse(rotation.expiresAt) - clock.now().getTime();

  function renew(found: KeptInstallation): Promise<void> {
    const renewal = exchange(found.bot)
      .then(async (bot) => void (await installations.renew(found, bot)))
      .finally(() => renewals.delete(renewal));
    renewals.add(renewal);
    return renewal;
  }

  return {
    async find(workspace) {
      for (let look = 0; look < LOOKS; look += 1) {
        const found = await installations.find(workspace);
        if (found === undefined || holdsFor(found) > RENEW_BEFORE_MS) return found;
        const mine = await installations.claimRenewal(found, CLAIM_MS);
        if (holdsFor(found) > TOO_SHORT_MS) {
          if (mine) renew(found).catch(onError);
          return found;
        }
        if (mine) {
          await renew(found).catch(async (error: unknown) => {
            await installations.releaseRenewal(found);
            throw error;
          });
        } else await delay(LOOK_MS);
      }
      throw new Error('nobody could renew the token of a workspace');
    },
    async settled() {
      await Promise.allSettled(renewals);
    },
  };
}
