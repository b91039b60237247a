import type { EditorParts, SlackAppOptions } from '../../src/slack/app.ts';

const unexpected = async (): Promise<never> => {
  throw new Error('this test asks for nothing of the kind');
};

/** For an app that nobody asks to forget anything. */
export const noForgetting: SlackAppOptions['forgetting'] = {
  leaveWorkspace: unexpected,
  forgetPerson: unexpected,
};

/** For an app whose editor nobody opens. */
export const noEditor: EditorParts = {
  checkNow: unexpected,
  reviseReply: unexpected,
  revisions: { standing: unexpected },
  replies: { link: unexpected },
};
