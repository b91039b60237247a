import type { ModalView } from '@slack/types';
import { editorCallbacks } from '../ids.ts';
import { cutText, LIMITS } from './limits.ts';
import { words } from './words.ts';

/** A sentence on top of a form, which is left as it is underneath. */
export const noticeModal = (notice: string): ModalView => ({
  type: 'modal',
  callback_id: editorCallbacks.noticeModal,
  title: words('One moment'),
  close: words('Back to my form'),
  blocks: [{ type: 'section', text: words(cutText(notice, LIMITS.sectionText)) }],
});
