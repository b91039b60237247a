/** The people of the workspace, all invented. */
export const PEOPLE = [
  { name: 'mara', realName: 'Mara Lindqvist' },
  { name: 'tobi', realName: 'Tobi Adeyemi' },
  { name: 'priya', realName: 'Priya Nair' },
  { name: 'jun', realName: 'Jun Takeda' },
  { name: 'ines', realName: 'Inês Moreira' },
] as const;

export interface SeedDraft {
  readonly by: (typeof PEOPLE)[number]['name'];
  readonly text: string;
}

/** What stands in #support at the start, from good to dreadful: customers of a lamp shop, all invented. */
export const SEED_DRAFTS: readonly SeedDraft[] = [
  {
    by: 'mara',
    text: `Hi Ms Okafor,

Your reading lamp went out on Friday with the wrong plug, and that is my doing: I picked it from the export shelf and did not check the label. I'm sorry. You had to read by the ceiling light all weekend, after waiting nine days already.

A lamp with the right plug leaves today by courier and will be with you tomorrow before noon. You don't have to send the other one back. From now on two of us check every plug before a parcel is closed.

If tomorrow doesn't suit you, call me on 01632 960 417 and I will find another way.

Mara Lindqvist`,
  },
  {
    by: 'priya',
    text: `Hello Jonas,

we charged your card twice for order 4471 and I'm sorry about that. The second payment of €89 was our mistake. I sent it back this morning and your bank should show it by Thursday.

Thank you for telling us,
Priya`,
  },
  {
    by: 'mara',
    text: `Dear Mr Whitlock,

I'm sorry if the delay of parcel 88120 caused you any trouble. We left it off Friday's van, and our courier should have told you so. I have sent a new lamp this morning.

Kind regards
Mara`,
  },
  {
    by: 'tobi',
    text: `Dear customer, we are sorry if anyone was affected by yesterday's problems with our shop. Mistakes were made during an update. We take this very seriously and apologise for any inconvenience caused.`,
  },
  {
    by: 'tobi',
    text: `I'm sorry you feel that way, but you should have read the description before you ordered. Everybody else is happy with this lamp. It is only a lamp after all, so please calm down. As stated in our terms we are not liable for delays.`,
  },
];
