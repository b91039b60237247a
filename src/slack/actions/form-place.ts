import type { SettingsPlace, Workspace } from '../../reviews/ports.ts';
import type { EditorForm } from '../views/editor-form.ts';

/** The channel that the text of a form is for, whose settings hold; `undefined` as long as none is chosen. */
export function formPlace(
  { reply, conversation, channelId }: Pick<EditorForm, 'reply' | 'conversation' | 'channelId'>,
  { teamId, enterpriseId }: Partial<Workspace>,
): SettingsPlace | undefined {
  const chosen = reply?.channelId ?? conversation ?? channelId;
  return chosen === undefined ? undefined : { teamId, enterpriseId, channelId: chosen };
}
