import type { RichTextBlock, RichTextElement } from '@slack/types';
import { diffWordsWithSpace } from 'diff';
import type { Change } from '../../evaluator/review.ts';
import type { Rule } from '../../evaluator/rule.ts';
import { replyBlocks } from '../ids.ts';
import { groupsOf } from './groups.ts';
import { cutText } from './limits.ts';
import { named } from './reply-parts.ts';
import { bold, paragraph, plain, quoteOf, richText, struck } from './rich-text.ts';

const MAX_BLOCKS = 4;
/** Words that stay are there to find one's place; a long stretch of them is shortened in its middle. */
const KEPT_MAX = 160;
const CHANGED_MAX = 600;
/** Two texts with less in common than this are simply one for the other. */
const MAX_EDITS = 400;

interface Described {
  readonly heading: RichTextElement[];
  readonly lines: RichTextElement[];
}

/**
 * What the suggestion did to the draft, change by change: the rule's reason, then the words before and
 * after. What goes is struck through and what comes is bold; "before:" and "after:" say it in words.
 * Stays within `budget` characters and says how much it left out.
 */
export function whatChanged(
  changes: readonly Change[],
  rules: readonly Rule[],
  budget: number,
): RichTextBlock[] {
  const described = changes.map((change, index) => describe(change, index, rules));
  const shown = described.slice(0, fitting(described, budget));
  const left = described.length - shown.length;
  if (shown.length === 0) return [];
  const groups = groupsOf(shown, Math.ceil(shown.length / MAX_BLOCKS));
  return groups.map((group, index) => {
    const last = index === groups.length - 1 && left > 0;
    return named(
      `${replyBlocks.change}:${index}`,
      richText(
        ...group.flatMap(({ heading, lines }) => [paragraph(heading), quoteOf(lines)]),
        ...(last ? [paragraph(plain(moreLine(left)))] : []),
      ),
    );
  });
}

const moreLine = (count: number): string =>
  `${count === 1 ? 'One more change is' : `${count} more changes are`} too long to show here. Compare your draft with the suggestion to see the rest.`;

/** How many of the first fit into the budget, with room for the line that says what is left out. */
function fitting(described: readonly Described[], budget: number): number {
  const reserve = moreLine(described.length).length;
  let used = 0;
  const over = described.findIndex(({ heading, lines }) => {
    used += lengthOf(heading) + lengthOf(lines);
    return used + reserve > budget;
  });
  return over === -1 ? described.length : over;
}

const lengthOf = (runs: readonly RichTextElement[]): number =>
  runs.reduce((sum, run) => sum + ('text' in run ? (run.text?.length ?? 0) : 0), 0);

function describe(change: Change, index: number, rules: readonly Rule[]): Described {
  const rule = rules.find(({ id }) => id === change.rule);
  const title = rule?.kind === 'component' ? rule.missing : rule?.title;
  return {
    heading: [
      ...bold(title === undefined ? `${index + 1}` : `${index + 1}  ${title}.`),
      ...(rule === undefined ? [] : plain(` ${rule.why}`)),
    ],
    lines: beforeAndAfter({ ...change, before: change.before.trim(), after: change.after.trim() }),
  };
}

const BEFORE = 'before: ';
const AFTER = '\nafter: ';

function beforeAndAfter({ kind, before, after }: Change): RichTextElement[] {
  if (before === '') return [...plain(`${BEFORE}nothing yet${AFTER}`), ...bold(cutText(after, CHANGED_MAX))];
  if (after === '')
    return [...plain(BEFORE), ...struck(cutText(before, CHANGED_MAX)), ...plain(`${AFTER}taken out`)];
  if (before === after) return plain(`${BEFORE}${shortened(before)}${AFTER}the same words, in another place`);
  const moved = kind === 'move' ? plain(' (and in another place)') : [];
  const runs = diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const line = (side: 'removed' | 'added', style: typeof bold) =>
    runs
      .filter((run) => run[side] || !(run.removed || run.added))
      .flatMap((run) => (run[side] ? style(cutText(run.value, CHANGED_MAX)) : plain(shortened(run.value))));
  return [...plain(BEFORE), ...line('removed', struck), ...plain(AFTER), ...line('added', bold), ...moved];
}

function shortened(text: string): string {
  if (text.length <= KEPT_MAX) return text;
  const half = KEPT_MAX / 2 - 2;
  return `${text.slice(0, half).toWellFormed()} … ${text.slice(-half).toWellFormed()}`;
}
