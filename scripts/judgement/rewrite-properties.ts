import type { Evaluation } from '../../src/evaluator/evaluate.ts';
import { evaluate } from '../../src/evaluator/evaluate.ts';
import type { Rewrite } from '../../src/evaluator/review.ts';
import { lostFacts, newWords } from '../../src/evaluator/rewrite/facts.ts';
import { fillBlanks } from '../../src/evaluator/rewrite/fill-blanks.ts';
import { rewriteDraft } from '../../src/evaluator/rewrite/rewrite-draft.ts';
import { isHeavy } from '../../src/evaluator/rule.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { brokenGrammar } from './broken-grammar.ts';

export interface Case {
  readonly id: string;
  readonly before: Evaluation;
  readonly rewrite: Rewrite;
  readonly after: Evaluation;
}

/** What is wrong with a rewrite by one property: a few words, `null` when it holds, `undefined` when it has no say. */
export type Property = (item: Case) => string | null | undefined;

const statusOf = ({ findings }: Evaluation, rule: string) =>
  findings.find((one) => one.rule === rule)?.status;
const faultsOf = ({ findings }: Evaluation) =>
  findings.filter(({ kind, status }) => kind === 'fault' && status === 'present').map(({ rule }) => rule);
const untouched = ({ before, rewrite }: Case) => rewrite.text === before.draft.text;
const judged = ({ before }: Case) =>
  before.score.band !== 'ready' && !before.notAnApology && !before.otherLanguage;
const list = (items: readonly string[]): string | null => (items.length === 0 ? null : items.join(', '));

const noNewFacts: Property = ({ before, rewrite }) => list(newWords(before, rewrite.text));

const noLostFacts: Property = ({ before, rewrite }) =>
  list(lostFacts(before, rewrite.text).map(({ words }) => words));

const noNewFault: Property = ({ before, after }) =>
  list(faultsOf(after).filter((rule) => !faultsOf(before).includes(rule)));

const notLower: Property = ({ before, after }) =>
  after.score.score < before.score.score ? `${before.score.score} → ${after.score.score}` : null;

const gravesGone: Property = (item) => {
  if (!judged(item)) return undefined;
  const grave = RULES.filter(isHeavy).map(({ id }) => id);
  if (!faultsOf(item.before).some((rule) => grave.includes(rule))) return undefined;
  return list(
    faultsOf(item.after).filter(
      (rule) => grave.includes(rule) && !item.rewrite.blanks.some((blank) => blank.rule === rule),
    ),
  );
};

const readyUntouched: Property = (item) => {
  if (judged(item)) return undefined;
  return untouched(item) && item.rewrite.changes.length === 0 ? null : 'changed';
};

const FROM_CONTEXT = [
  ['specific-acknowledgement', ({ given }: Evaluation) => given.what_happened],
  [
    'brief-explanation',
    ({ given }: Evaluation) => (given.root_cause === 'unknown' ? undefined : given.root_cause),
  ],
  ['repair-offer', ({ given }: Evaluation) => given.promises?.[0]?.what],
  ['follow-up', ({ given }: Evaluation) => given.follow_up_on],
] as const;

const filledFromContext: Property = (item) => {
  if (!judged(item)) return undefined;
  const known = FROM_CONTEXT.flatMap(([rule, wordsIn]) => {
    const words = wordsIn(item.before);
    return words !== undefined && item.before.score.missing.includes(rule) ? [{ rule, words }] : [];
  });
  if (known.length === 0) return undefined;
  const said = item.rewrite.text.toLowerCase();
  return list(
    known
      .filter(
        ({ rule, words }) => !said.includes(words.toLowerCase()) && statusOf(item.after, rule) !== 'present',
      )
      .map(({ rule }) => rule),
  );
};

const MOST_BLANKS = 4;

const missingIsAsked: Property = (item) => {
  if (!judged(item)) return undefined;
  const { blanks } = item.rewrite;
  if (blanks.length > MOST_BLANKS) return `${blanks.length} blanks`;
  if (blanks.length === MOST_BLANKS) return null;
  const asks = RULES.filter((rule) => rule.kind === 'component' && rule.ask !== undefined).map(
    ({ id }) => id,
  );
  const known = new Set<string>(
    FROM_CONTEXT.filter(([, wordsIn]) => wordsIn(item.before) !== undefined).map(([rule]) => rule),
  );
  return list(
    item.before.score.missing.filter(
      (rule) =>
        asks.includes(rule) &&
        item.after.score.missing.includes(rule) &&
        !item.rewrite.changes.some(({ kind, rule: by }) => kind === 'insert' && by === rule) &&
        !known.has(rule) &&
        !blanks.some(
          (blank) =>
            blank.rule === rule || (rule === 'takes-responsibility' && blank.rule === 'blames-others'),
        ) &&
        !/(?:our|ours|us)\b/.test(item.rewrite.changes.find((change) => change.rule === rule)?.after ?? ''),
    ),
  );
};

/** What a sender might answer: plain, and nothing that a rule flags. */
const NEUTRAL: Readonly<Record<string, string>> = {
  'specific-acknowledgement': 'the wrong order we sent you',
  'takes-responsibility': 'we sent you the wrong order',
  'repair-offer': 'we will send the right order by Friday',
  'prevention-step': 'two of us now check every order before it leaves',
  'follow-up': 'I will call you on Friday',
  'empathy-impact': 'you lost an afternoon waiting at home',
  'blames-others': 'we did not check the order before it left',
  'unfilled-placeholder': 'Sam',
};

export const filled = ({ rewrite }: Case): string =>
  fillBlanks(
    rewrite.text,
    rewrite.blanks,
    new Map(rewrite.blanks.map((blank) => [blank.text, NEUTRAL[blank.rule] ?? 'Sam'])),
  );

const idempotent: Property = (item) => {
  const text = filled(item);
  const again = rewriteDraft(evaluate(text, item.before.given), evaluate);
  return again.text === text ? null : again.changes.map(({ kind, rule }) => `${kind} ${rule}`).join(', ');
};

const GROWTH = 1.3;
/** Words as a reader counts them; an open slot is one until it is answered. */
const wordsIn = (text: string): number =>
  text
    .replace(/\[[^\]\n]{1,120}\]/g, 'slot')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const shortEnough: Property = ({ before, after }) => {
  const floor = ['chat', 'sms', 'social'].includes(before.context.channel) ? 60 : 120;
  return wordsIn(after.draft.text) > Math.max(GROWTH * wordsIn(before.draft.text), floor)
    ? `${wordsIn(before.draft.text)} → ${wordsIn(after.draft.text)} words`
    : null;
};

const grammar: Property = (item) => list(brokenGrammar(item.rewrite, item.before.draft.text));

const spans: Property = ({ before, rewrite }) =>
  list(
    rewrite.changes
      .filter(
        ({ kind, before: words, start, end }) =>
          before.draft.text.slice(start, end) !== words || (kind === 'insert') !== (start === end),
      )
      .map(({ kind, start }) => `${kind} at ${start}`),
  );

/** The properties of the rewrite, each with what is needed in per cent of the cases it has a say in. */
export const PROPERTIES: readonly {
  readonly name: string;
  readonly needed: number;
  readonly holds: Property;
}[] = [
  { name: 'no-new-facts', needed: 100, holds: noNewFacts },
  { name: 'no-lost-facts', needed: 100, holds: noLostFacts },
  { name: 'no-new-fault', needed: 100, holds: noNewFault },
  { name: 'not-lower', needed: 100, holds: notLower },
  { name: 'grave-faults-gone', needed: 100, holds: gravesGone },
  { name: 'ready-untouched', needed: 100, holds: readyUntouched },
  { name: 'filled-from-context', needed: 95, holds: filledFromContext },
  { name: 'missing-is-asked', needed: 100, holds: missingIsAsked },
  { name: 'idempotent', needed: 98, holds: idempotent },
  { name: 'short-enough', needed: 100, holds: shortEnough },
  { name: 'grammar', needed: 100, holds: grammar },
  { name: 'spans', needed: 100, holds: spans },
];
