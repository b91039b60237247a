import type { HeaderBlock, KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import { type Grade, SOURCES } from '../../evaluator/sources.ts';
import { commands } from '../ids.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';
import { checksKept, DRAFTS_KEPT } from './what-is-kept.ts';
import { type ShownModel, WHAT_LEAVES, whoReads } from './who-reads.ts';
import { words } from './words.ts';

const GRADES: Readonly<Record<Grade, string>> = {
  A: 'Seen with real customers',
  B: 'Seen in experiments',
  C: 'What practice and experts advise',
};

/** How a draft is judged, where the numbers come from, what is kept, and how to turn things off. */
export const howModal = (rules: readonly Rule[], model?: ShownModel): ModalView => ({
  type: 'modal',
  title: words('How this works'),
  close: words('Close'),
  blocks: [
    heading('How I read a draft'),
    richText(
      paragraph(
        plain(
          `By the same rules for everybody, so the same draft gets the same answer from them. Patterns of words, and a small model that was trained for this and runs where I run, decide which rules a draft meets. ${whoReads(model)} I can be wrong, and what I say is about the words, never about you.`,
        ),
      ),
      ...(model?.on ? [list('bullet', WHAT_LEAVES.map(plain))] : []),
    ),
    ...titled('What I look for', rules, 'component'),
    ...titled('What I point out', rules, 'fault'),
    ...titled('What has to be filled in before it goes out', rules, 'gate'),
    heading('Where the number comes from'),
    richText(
      paragraph(
        plain(
          'Each part of a good apology has a weight. The number is how much of that weight is there, of 100, counting only the parts that matter for this kind of message. Each fault takes points off once. A few things keep the number low however good the rest is: no word of sorry, nobody who owns what happened, no offer to put it right, or a grave fault. 85 and more is ready to send; under 50 I would hold it.',
        ),
      ),
      paragraph(
        plain(
          '\nThe weights are a careful reading of the works below, not a measurement of your customers. In your channel they may be set otherwise. "Why" beside a point tells what that point rests on.',
        ),
      ),
    ),
    ...sources(rules),
    heading('What I keep'),
    richText(
      paragraph(bold(DRAFTS_KEPT.lead), plain(DRAFTS_KEPT.rest)),
      list('bullet', checksKept(model).map(plain)),
    ),
    heading('How to turn things off'),
    richText(
      list(
        'bullet',
        WAYS_OUT.map(([what, how]) => [...bold(what), ...plain(how)]),
      ),
    ),
  ],
});

const WAYS_OUT: readonly (readonly [what: string, how: string])[] = [
  ['A point that does not fit: ', '"Not an issue here" beside it, and the number is made again without it.'],
  ['A review you do not want: ', '"Delete" takes it from the thread, and what I kept of it too.'],
  [
    'An answer that others see: ',
    `${commands.apologyCheck} private before your draft, or "Check it just for me" in the menu of a message.`,
  ],
  [
    'A rule that does not suit this channel: ',
    `with ${commands.apologyCheck} settings an admin can let it count less, more, or not at all, and name wordings that I never flag.`,
  ],
  ['The digest of a channel: ', `${commands.apologyCheck} digest off in that channel.`],
  ['All of it: ', 'I read only what somebody asks me to read, and nothing else that is written here.'],
];

function titled(title: string, rules: readonly Rule[], kind: Rule['kind']): KnownBlock[] {
  const titles = rules.filter((rule) => rule.kind === kind).map((rule) => plain(rule.title));
  return titles.length === 0 ? [] : [richText(paragraph(bold(title)), list('bullet', titles))];
}

/** Every work that a rule cites, by what kind of evidence it is. */
function sources(rules: readonly Rule[]): KnownBlock[] {
  const cited = [...new Set(rules.flatMap((rule) => rule.sources))].map((key) => SOURCES[key]);
  return (Object.keys(GRADES) as Grade[]).flatMap((grade) => {
    const cites = cited
      .filter((one) => one.grade === grade)
      .map(({ cite }): RichTextElement[] => plain(cite));
    return cites.length === 0 ? [] : [richText(paragraph(bold(GRADES[grade])), list('bullet', cites))];
  });
}

const heading = (text: string): HeaderBlock => ({ type: 'header', text: words(text) });
