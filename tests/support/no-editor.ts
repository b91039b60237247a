import type { EditorParts } from '../../src/slack/app.ts';

const unexpected = async (): Promise<never> => {
  throw new Error('this test opens no editor');
};

/** For an app whose editor nobody opens. */
export const noEditor: EditorParts = {
  checkNow: unexpected,
  reviseReply: unexpected,
  revisions: { standing: unexpected },
  replies: { link: unexpected },
};
