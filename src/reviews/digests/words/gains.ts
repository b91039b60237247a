import type { Rule } from '../../../evaluator/rule.ts';
import { titleToMend } from '../../../evaluator/title-to-mend.ts';
import type { DigestFigures } from '../figures.ts';
import { draftsOf, moved, numeral, percent } from './figures-in-words.ts';
import type { Line, Section } from './section.ts';

/** What came up less often, and what editing a draft added to its score; `undefined` when there is neither. */
export function gains({ better, edited }: DigestFigures, rules: readonly Rule[]): Section | undefined {
  const rule = rules.find(({ id }) => id === better?.rule);
  const lines: Line[] = [];
  if (better !== undefined && rule !== undefined) {
    const change = moved(better.now, better.before, percent);
    lines.push({
      strong: titleToMend(rule),
      text: `: in ${percent(better.now)} of the drafts, ${change}`,
    });
  }
  if (edited !== undefined && edited.drafts > 0) lines.push({ strong: '', text: editedLine(edited) });
  if (lines.length === 0) return undefined;
  const isGood = rule !== undefined || (edited?.medianGain ?? 0) > 0;
  return { title: isGood ? 'What got better' : 'What editing did', lines };
}

function editedLine({ drafts, medianGain }: NonNullable<DigestFigures['edited']>): string {
  const lead = `${draftsOf(drafts)} ${drafts === 1 ? 'was' : 'were'} edited and checked again: `;
  const points = `${numeral(Math.abs(medianGain))} ${Math.abs(medianGain) === 1 ? 'point' : 'points'}`;
  if (medianGain === 0) return `${lead}in the median, the score stayed as it was`;
  if (drafts === 1) return `${lead}it ${medianGain > 0 ? 'gained' : 'lost'} ${points}`;
  return `${lead}half of them ${medianGain > 0 ? 'gained' : 'lost'} ${points} or more`;
}
