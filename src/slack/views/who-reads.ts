/** A language model that may read drafts, as people of a workspace see it. */
export interface ShownModel {
  /** Its name and where it is. */
  readonly name: string;
  /** Whether the admins of the workspace have turned it on. */
  readonly on: boolean;
}

/** Who reads a draft, in a sentence or two. */
export function whoReads(model: ShownModel | undefined): string {
  if (model === undefined) return 'No language model and no other service reads it.';
  if (!model.on)
    return `No language model and no other service reads it: ${model.name} could, but is turned off here.`;
  return `The language model ${model.name} reads it as well: an admin of this workspace has turned that on. What it says counts only where its quotes stand in your draft and my own reading bears it out. Each answer says who judged, and the form you edit in is read by the rules alone.`;
}

/** What of a draft goes to the model, each in a line. */
export const WHAT_LEAVES: readonly string[] = [
  'What leaves: the text of each draft that somebody asks me to read, and what the form says happened, was asked for, or was promised.',
  'Taken out before: e-mail addresses, links, handles, telephone, card, account and order numbers, and the names in the fields of the form. A name that stands only in the draft is not taken out.',
  'What never leaves: who asked, the channel, the workspace, the words of your customer in the form, earlier drafts.',
  'Who runs the model may keep what it is sent; that is between them and whoever runs me.',
];

/** Where else than to Slack anything is sent. */
export const sentElsewhere = (model: ShownModel | undefined): string =>
  model?.on
    ? `I send nothing to your customer. Drafts go to ${model.name} to be read, without numbers, addresses and links; nothing else goes anywhere but to Slack.`
    : 'I send nothing to your customer, and nothing anywhere but to Slack.';
