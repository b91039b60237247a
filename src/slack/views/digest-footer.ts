import type { ContextBlock } from '@slack/types';
import { HOW_COUNTED } from '../../reviews/digests/words/how-counted.ts';
import { commands, digestBlocks } from '../ids.ts';
import { type DigestOptions, HOW_OFTEN } from './digest-options.ts';
import { cutText } from './limits.ts';
import { named, smallLine } from './reply-parts.ts';

const NAME_MAX = 80;

const WHERE_RULES = '"How this works" on any of my replies shows the rules.';

/** How the figures come about, who wanted them told, and how to have no more of them, in one line. */
export function digestFooter(options: DigestOptions): ContextBlock {
  const onlyYou = options.kind === 'preview' ? 'Only you see this. ' : '';
  return named(
    digestBlocks.footer,
    smallLine(`${onlyYou}${HOW_COUNTED} ${WHERE_RULES} ${whoAndHow(options)}`.trim()),
  );
}

function whoAndHow({ kind, turnedOnBy = '', frequency }: DigestOptions): string {
  const name = cutText(turnedOnBy.toWellFormed().replace(/\s+/g, ' ').trim(), NAME_MAX);
  if (kind === 'asked') return name === '' ? '' : `${name} asked for it.`;
  if (frequency === undefined)
    return `${commands.apologyCheck} digest on brings one to this channel every week.`;
  const turnedOn = name === '' ? '' : `, turned on by ${name}`;
  return `It comes ${HOW_OFTEN[frequency]}${turnedOn}; ${commands.apologyCheck} digest off turns it off.`;
}
