import type { SettingsPlace } from '../../reviews/ports.ts';
import type { EditorForm } from '../views/editor-form.ts';

/** What Bolt knows of a workspace. */
export interface Workspace {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
}

/** The channel that the text of a form is for, whose settings hold; `undefined` as long as none is chosen. */
export function formPlace(
  { reply, conversation, channelId }: Pick<EditorForm, 'reply' | 'conversation' | 'channelId'>,
  { teamId, enterpriseId }: Workspace,
): SettingsPlace | undefined {
  const chosen = reply?.channelId ?? conversation ?? channelId;
  return chosen === undefined ? undefined : { teamId, enterpriseId, channelId: chosen };
}
