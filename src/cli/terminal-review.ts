import { type Checklist, checklistOf, type Point } from '../evaluator/checklist.ts';
import type { Evidence } from '../evaluator/evidence.ts';
import type { Profile } from '../evaluator/profile.ts';
import type { Band, Review, Rewrite } from '../evaluator/review.ts';
import { reviewWords } from '../evaluator/review-words.ts';
import { RULES } from '../evaluator/rules/index.ts';
import { BLANK, type Looks, type Passage, passagesText, type Style, section } from './passages.ts';

export interface TerminalOptions extends Looks {
  /** Which missing components count, as for the Slack view. */
  readonly profile: Profile;
}

const BAND_STYLES: Readonly<Record<Band, Style>> = {
  hold: 'red',
  'needs-work': 'yellow',
  good: 'green',
  ready: 'green',
};

/** The checklist that Slack shows, for a terminal, with nothing folded. Pure; ends with a line feed. */
export function terminalReview(review: Review, text: string, options: TerminalOptions): string {
  const checklist = checklistOf(review, RULES, options.profile);
  const words = reviewWords(review, checklist, text);
  const passages: Passage[] = [
    { text: checklist.headline, style: review.notAnApology ? 'bold' : BAND_STYLES[review.band] },
    ...(words.lead === undefined ? [] : [{ text: words.lead }]),
    ...checklist.fixes.flatMap((point, index) => fix(point, index + 1)),
    ...(review.advisories.length === 0 ? [] : [BLANK]),
    ...review.advisories.map(({ message }) => ({ text: message, lead: '!  ' })),
    ...(words.rest === undefined ? [] : rest(checklist)),
    ...(words.suggestion === undefined || !review.rewrite
      ? []
      : suggestion(words.suggestion, review.rewrite)),
    BLANK,
    { text: words.footer, style: 'dim' },
  ];
  return passagesText(passages, options);
}

const fix = (point: Point, number: number): Passage[] => [
  BLANK,
  { text: point.title, style: 'bold', lead: `${number}  ` },
  ...quotation(point.evidence),
  { text: point.advice, lead: '   ' },
];

/** Enough to find the place again, in UTF-16 units. */
const LONGEST_QUOTE = 240;

/** The first place is shown and the others counted, as a person mends one and then looks for its like. */
function quotation([first, ...others]: readonly Evidence[]): Passage[] {
  if (first === undefined) return [];
  const words = first.quote.length > LONGEST_QUOTE ? `${first.quote.slice(0, LONGEST_QUOTE)}…` : first.quote;
  const more =
    others.length === 0 ? '' : `\n(and ${others.length} more ${others.length === 1 ? 'place' : 'places'})`;
  return [{ text: words + more, style: 'cyan', bar: '   ┃ ' }];
}

const rest = ({ good, small, notApplicable }: Checklist): readonly Passage[] => [
  ...section('Good', good.map(titled('  + '))),
  ...section(
    'Also worth a look',
    small.map(({ title, advice }) => ({ text: `${title}. ${advice}`, lead: '  - ' })),
  ),
  ...section('Not needed here', notApplicable.map(titled('    '))),
];

const titled =
  (lead: string) =>
  ({ title }: Point): Passage => ({ text: title, lead });

const suggestion = (title: string, { text, blanks }: Rewrite): readonly Passage[] => [
  ...section(title, [{ text, bar: '  ' }]),
  ...(blanks.length === 0 ? [] : [BLANK]),
  ...blanks.map(({ question }, index): Passage => ({ text: question, lead: `  (${index + 1}) ` })),
];
