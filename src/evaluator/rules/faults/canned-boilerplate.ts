import { citeAll } from '../../draft.ts';
import { EMPTY_INCONVENIENCE, STOCK_ASSURANCE, STOCK_PRIDE } from '../../lexicon/stock-phrases.ts';
import { defineFault } from '../../rule.ts';

export const cannedBoilerplate = defineFault({
  id: 'canned-boilerplate',
  title: 'This sounds like a template',
  why: 'A phrase that fits every complaint tells the reader that nobody read theirs. People rate individual replies higher than canned ones.',
  advice: 'Cut the stock phrase, or say the fact it stands for.',
  sources: ['decock-2020', 'kapes-2022', 'page-2014', 'seed-000', 'seed-003'],
  points: 5,
  level: 'minor',
  detect: ({ draft }) =>
    [EMPTY_INCONVENIENCE, STOCK_ASSURANCE, STOCK_PRIDE]
      .flatMap((pattern) => citeAll(draft, pattern))
      .sort((a, b) => a.start - b.start),
  examples: {
    flags: [
      'We «apologise for any inconvenience» this may have caused.',
      'Dear «valued guest», the pool will be closed on Sunday.',
      '«Rest assured» that the matter is in good hands.',
      '«Your comments are very important to us».',
      'As a company «we take food safety extremely seriously».',
      'Should you need anything else, please do not «hesitate to contact» us.',
      'Your complaint went to the «relevant department».',
    ],
    passes: [
      // Against the cliché.
      'Calling this an inconvenience would be an insult: you slept on the floor.',
      'Your comment about the stairs is why the handrail goes in on Monday.',
      'We aim to answer in a day and took nine.',
      'I took your call seriously and walked the site this morning.',
      'Thank you for waiting two hours in the rain.',
      'The manager of the lettings team, Ana Ruiz, has your photographs.',
    ],
  },
  practice: {
    before:
      "I'm sorry we opened the pool two hours late on Saturday. Please be assured that your comments were passed on to the relevant team.",
    after:
      "I'm sorry we opened the pool two hours late on Saturday. I read your comments out to the early shift this morning.",
  },
});
