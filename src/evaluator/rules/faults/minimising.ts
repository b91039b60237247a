import { citeAll } from '../../draft.ts';
import { NORMAL_OR_RARE, ONLY_THAT, SMALL_FAILURE } from '../../lexicon/shrinking-words.ts';
import { defineFault } from '../../rule.ts';

// A small thing weighed against its effect is not made small: "small, and it still cost you the day".
const WEIGHED =
  /\b(?:but|yet|and|though|still)\b[^.!?\n]{0,40}\b(?:still|cost|enough|useless|lost|ruined|matters|felt|meant|frightened)\b/i;

const DENIED =
  /\b(?:not|no|isn't|wasn't|never|hardly|nor|(?<!no )more than|far from) (?:(?:just|only|merely|simply|at all) )?(?:(?:an?|the|some) )?$/i;

export const minimising = defineFault({
  id: 'minimising',
  title: 'It makes the harm small',
  why: 'How big it was is for the person it happened to. Making it small is one of the ways in which an apology is evaded.',
  advice: 'Cut the shrinking word and keep the plain figure.',
  sources: ['trosborg', 'lazare', 'seed-001', 'seed-003'],
  points: 8,
  level: 'moderate',
  detect: ({ draft }) =>
    [SMALL_FAILURE, NORMAL_OR_RARE, ONLY_THAT]
      .flatMap((pattern) => citeAll(draft, pattern))
      .filter(({ start }) => !DENIED.test(draft.prose.slice(Math.max(0, start - 30), start)))
      .sort((a, b) => a.start - b.start),
  excused: ({ draft }, { end }) => WEIGHED.test(draft.prose.slice(end, end + 80).split(/[.!?\n]/)[0] ?? ''),
  examples: {
    flags: [
      'There was «a small delay» with your visa papers.',
      'The wardrobe came «just a few weeks late».',
      "«It's only a» deposit, and it will come back.",
      '«A handful of» accounts, yours among them, showed the wrong balance.',
      '«These things happen», I am afraid.',
      'Sorry for the «hiccup» at check-in.',
      'This was «an isolated case».',
    ],
    passes: [
      // Time, not size.
      'I have only just read your letter, and I am sorry.',
      'It was no small mistake: you lost your flat.',
      'The dent is slight and it still let the rain in.',
      'We are a small garage, and I did the brakes myself.',
      'You waited an hour only to be sent home.',
      'Just tell me which day suits you.',
      // What was lost, counted.
      'For 26 minutes your shop could take no payments.',
    ],
  },
  practice: {
    before:
      "We're sorry about last night's little hiccup: for three hours you could not open your bookings. You can open them again now.",
    after:
      "We're sorry about last night: for three hours you could not open your bookings. You can open them again now.",
  },
});
