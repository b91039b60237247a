import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { InstallURLOptions, StateStore } from '@slack/bolt';
import { AppError } from '../../errors.ts';
import type { UsedLinks } from '../../reviews/installations.ts';

/** How long somebody may take on Slack's pages, in ms; the cookie beside the link lasts as long. */
const VALID_MS = 600_000;

export const LINK_NO_GOOD =
  'The link you came back with is no longer good. It works once, within ten minutes, and in the browser it was opened in.';

/** The link that installing goes on with is not one of ours, is too old, or was used before. */
export class InstallLinkError extends AppError {
  readonly code = 'install_link_no_good';
  readonly userMessage = LINK_NO_GOOD;

  constructor(why: string) {
    super(`an installation link was refused: ${why}`);
  }
}

/**
 * The `state` that goes through Slack and comes back. It is signed, so that every process of ours knows it
 * and nothing is stored for whoever only looks at the first page; one that comes back is remembered until it
 * would have expired, so that it works once. `verifyStateParam` resolves to `options`, and throws
 * InstallLinkError or StoreUnavailableError.
 */
export function createInstallState(
  secret: string,
  usedLinks: UsedLinks,
  options: InstallURLOptions,
): StateStore {
  const signature = (text: string): string =>
    createHmac('sha256', secret).update(`installation link ${text}`).digest('base64url');
  return {
    async generateStateParam(_options, now) {
      const text = `${randomBytes(16).toString('base64url')}.${now.getTime() + VALID_MS}`;
      return `${text}.${signature(text)}`;
    },
    async verifyStateParam(now, state) {
      const end = state.lastIndexOf('.');
      const text = state.slice(0, Math.max(0, end));
      if (!isSame(state.slice(end + 1), signature(text)))
        throw new InstallLinkError('it is not signed by us');
      const expires = Number(text.split('.')[1]);
      if (now.getTime() > expires) throw new InstallLinkError('it is too old');
      const id = createHash('sha256').update(state).digest('hex');
      if (!(await usedLinks.use(id, new Date(expires)))) throw new InstallLinkError('it was used before');
      return options;
    },
  };
}

/** Takes as long for a wrong guess as for a right one. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
