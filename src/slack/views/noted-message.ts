import { replyActions } from '../ids.ts';
import type { Message } from './message.ts';
import { button, buttonValue } from './reply-buttons.ts';
import { paragraph, plain, richText } from './rich-text.ts';
import { spokenText } from './spoken-text.ts';

interface Noted {
  readonly reviewId: string;
  readonly rule: string;
  readonly title: string;
  readonly dismissed: boolean;
  /** Slack does not let me change a message that one person alone sees. */
  readonly isPrivate: boolean;
}

/** For one person: their mark is kept, but the reply itself cannot show it; how to see a new score. */
export function notedMessage({ reviewId, rule, title, dismissed, isPrivate }: Noted): Message {
  const noted = dismissed ? `Noted: not an issue here (${title}).` : `Noted: it counts again (${title}).`;
  const because = isPrivate
    ? 'Slack does not let me change a message that only you can see, so the score above stays as it was.'
    : 'This review comes from an earlier version of mine, so I cannot work out its score again.';
  const words = richText(paragraph(plain(`${noted} ${because} Check the draft again to see it anew.`)));
  const undo = button(`${replyActions.undo}:${rule}`, buttonValue(reviewId, rule), {
    text: 'Undo',
    spoken: `Undo, it is an issue: ${title}`,
  });
  return {
    text: spokenText([words]),
    blocks: dismissed ? [words, { type: 'actions', elements: [undo] }] : [words],
  };
}
