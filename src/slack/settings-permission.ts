import { setTimeout as delay } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { AppError } from '../errors.ts';
import { isWorkspaceAdmin } from './workspace-admins.ts';

/** A sent form has to be answered within three seconds; this much of them may go into asking who somebody is, in ms. */
const PATIENCE_MS = 2000;

/** Slack did not say in time whether somebody is an admin. Nothing was changed. */
export class PermissionUnknownError extends AppError {
  readonly code = 'permission_unknown';
  readonly userMessage =
    'Slack has not told me in time whether you may change settings, so I have changed nothing. Please try again in a moment.';

  constructor() {
    super('Slack did not tell in time who somebody is');
  }
}

interface Deps {
  /** Slack user ids of people who may, besides the admins of the workspace. */
  readonly settingsAdmins: readonly string[];
}

/**
 * Whether somebody may see and change settings of channels. Asked whenever they open a form, save it or reset
 * it, as they may have lost the right in between.
 */
export const mayChangeSettings = async (
  { settingsAdmins }: Deps,
  client: WebClient,
  userId: string,
): Promise<boolean> => settingsAdmins.includes(userId) || isWorkspaceAdmin(client, userId);

/** As `mayChangeSettings`, while Slack waits for the answer to a form. Throws PermissionUnknownError when that takes too long. */
export async function mayChangeSettingsNow(...asked: Parameters<typeof mayChangeSettings>): Promise<boolean> {
  const done = new AbortController();
  const tooLong = delay(PATIENCE_MS, undefined, { signal: done.signal }).then(() => {
    throw new PermissionUnknownError();
  });
  try {
    return await Promise.race([mayChangeSettings(...asked), tooLong]);
  } finally {
    tooLong.catch(() => undefined);
    done.abort();
  }
}
