import type { KnownBlock } from '@slack/types';
import { replyBlocks } from '../ids.ts';
import { fold, named, type Style } from './reply-parts.ts';
import { copyable } from './rich-text.ts';

/** Their side, what it cost them, what would mend it: what a sender who was not told has to ask first. */
const QUESTIONS = `Could you tell me what happened, as you saw it?
What did it cost you, in time, money or plans?
What would put it right for you?`;

/** Three questions for the customer, as text to copy. */
export const questionsToAsk = (style: Style): KnownBlock[] =>
  fold(
    style,
    replyBlocks.ask,
    'Three questions to ask the customer',
    copyable(QUESTIONS).map((block) => named(replyBlocks.askText, block)),
  );
