import { commands } from '../ids.ts';

/** Every way to ask the bot for something: what to do, and what comes of it. */
export const WAYS: readonly (readonly [how: string, what: string])[] = [
  [`${commands.apologyCheck} your draft`, 'I post the draft here and answer in its thread.'],
  [`${commands.apologyCheck} private your draft`, 'The same, and only you see it.'],
  [commands.apologyCheck, 'A form with room for what happened and what the customer said.'],
  [
    'Mention me, with your draft after my name',
    'I answer in the thread you are in, where commands do not work.',
  ],
  ['Check this apology', 'In the menu of a message: I answer in the thread of that message.'],
  ['Check it just for me', 'In the same menu: only you see the answer.'],
  [`${commands.apologyCheck} settings`, 'What counts in this channel, and who sees it. For admins.'],
  [`${commands.apologyCheck} digest`, 'What the drafts here have in common. digest help says more.'],
  [`${commands.apologyCheck} forget me`, 'I delete what I keep about you in this workspace.'],
  ['My Home tab', 'Your last checks, for your eyes only.'],
];

export const KEPT =
  'Of each draft I keep the names of the rules it met, never its words. I send nothing to your customer.';
