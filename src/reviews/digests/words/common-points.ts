import type { Rule } from '../../../evaluator/rule.ts';
import { titleToMend } from '../../../evaluator/title-to-mend.ts';
import type { DigestFigures } from '../figures.ts';
import { draftsOf, moved, numeral, percent, shareOf } from './figures-in-words.ts';
import { knownCounts } from './known-counts.ts';
import type { Section } from './section.ts';

const ALWAYS = 3;
const AT_MOST = 5;
/** Beyond the first three, only what comes up in so many drafts is worth a line. */
const COMMON = 0.2;

/** What came up most often; `none` is said where there are no lines. */
export interface CommonPoints extends Section {
  readonly none: string;
}

/** The most common faults, or what was most often missing: with shares, and how those moved. */
export function commonPoints(
  kind: 'faults' | 'missing',
  figures: DigestFigures,
  rules: readonly Rule[],
): CommonPoints {
  const lines = knownCounts(figures[kind], rules)
    .slice(0, AT_MOST)
    .filter(({ drafts }, index) => index < ALWAYS || shareOf(drafts, figures.drafts) >= COMMON)
    .map(({ rule, drafts }) => {
      const share = percent(shareOf(drafts, figures.drafts));
      const text = `: ${numeral(drafts)} of ${draftsOf(figures.drafts)}, ${share}`;
      return { strong: titleToMend(rule), text: text + change(kind, rule, drafts, figures) };
    });
  return { ...WORDS[kind], lines };
}

const WORDS = {
  faults: { title: 'What came up most', none: 'No fault came up in any of these drafts.' },
  missing: { title: 'What was most often missing', none: 'Nothing that I look for was missing.' },
};

function change(
  kind: 'faults' | 'missing',
  rule: Rule,
  drafts: number,
  { previous, ...now }: DigestFigures,
): string {
  if (previous === undefined) return '';
  const before = previous[kind].find((one) => one.rule === rule.id);
  if (before === undefined) return ', new';
  return `, ${moved(shareOf(drafts, now.drafts), shareOf(before.drafts, previous.drafts), percent)}`;
}
