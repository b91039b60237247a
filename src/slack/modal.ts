import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { AppError } from '../errors.ts';
import { slackCode } from './cannot-post.ts';
import { noticeModal } from './views/notice-modal.ts';

/** Slack allows three seconds to open a form, and they were over. Nothing was typed yet. */
export class FormNotOpenedError extends AppError {
  readonly code = 'form_not_opened';
  readonly userMessage =
    'Slack gives me three seconds to open a form, and this time I needed longer. Please try once more.';

  constructor(cause: unknown) {
    super('the trigger of a form had expired', { cause });
  }
}

/** The form was closed before its answer came; what was typed in it is given back. */
export class FormClosedError extends AppError {
  readonly code = 'form_closed';
  readonly userMessage = 'The form was closed before I was done, so I could not answer in it.';

  constructor(cause: unknown) {
    super('a form was closed before its answer came', { cause });
  }
}

const EXPIRED = ['expired_trigger_id', 'trigger_expired'];
/** The form is open already: Slack delivered the same click twice. */
const OPENED_BEFORE = ['exchanged_trigger_id', 'trigger_exchanged'];
const CLOSED = ['not_found', 'view_not_found'];
const CONFLICT =
  'Your form changed while I was reading, so I have left it as it is; everything you typed is still there. Go back to it, and if you miss an answer, press the button once more.';

/** Opens a form. Throws FormNotOpenedError where it is too late for that. */
export const openModal = (client: WebClient, triggerId: string, view: ModalView): Promise<void> =>
  inTime(client.views.open({ trigger_id: triggerId, view }));

/** Lays a form on top of the one that is open, as `openModal`. */
export const pushModal = (client: WebClient, triggerId: string, view: ModalView): Promise<void> =>
  inTime(client.views.push({ trigger_id: triggerId, view }));

async function inTime(opening: Promise<unknown>): Promise<void> {
  try {
    await opening;
  } catch (error) {
    const code = slackCode(error) ?? '';
    if (EXPIRED.includes(code)) throw new FormNotOpenedError(error);
    if (!OPENED_BEFORE.includes(code)) throw error;
  }
}

interface Pressed {
  readonly trigger_id: string;
  readonly view?: { readonly id: string; readonly hash: string } | undefined;
}

/**
 * Draws an open form anew, as long as it is the one that was pressed in. If it changed in between, it stays
 * and the person is told on top of it. Throws FormClosedError when it is closed.
 */
export async function updateModal(
  client: WebClient,
  { view, trigger_id: triggerId }: Pressed,
  next: ModalView,
): Promise<void> {
  if (view === undefined) return;
  try {
    await client.views.update({ view_id: view.id, hash: view.hash, view: next });
  } catch (error) {
    const code = slackCode(error) ?? '';
    if (CLOSED.includes(code)) throw new FormClosedError(error);
    if (code !== 'hash_conflict') throw error;
    await client.views.push({ trigger_id: triggerId, view: noticeModal(CONFLICT) });
  }
}
