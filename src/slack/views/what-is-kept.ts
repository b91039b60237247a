import { commands } from '../ids.ts';
import { type ShownModel, sentElsewhere } from './who-reads.ts';

/** What becomes of a draft. */
export const DRAFTS_KEPT = {
  lead: 'I do not keep your drafts. ',
  rest: 'One is stored only until my answer stands in Slack, and then deleted.',
} as const;

/** What is kept of a check, and what is not done with it, each in a line. */
export const checksKept = (model: ShownModel | undefined): readonly string[] => [
  'Of each check I keep the channel, the time, the score, the names of the rules it met, and whether somebody called it helpful. Delete on a review takes all of that away.',
  `Instead of your name I keep a code, by which I find your checks for my Home tab. ${commands.apologyCheck} forget me deletes all of them.`,
  sentElsewhere(model),
];
