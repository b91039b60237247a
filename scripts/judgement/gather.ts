import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Channel, withDefaults } from '../../src/evaluator/context.ts';
import { cuesIn } from '../../src/evaluator/cues.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import { profileOf } from '../../src/evaluator/profile.ts';
import { isHeavy, type Rule } from '../../src/evaluator/rule.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { CODES, type LabelledDraft, labelledDrafts, trainingDrafts, trainingSentences } from './corpus.ts';
import {
  fragments,
  fromFragment,
  fromLabels,
  fromParts,
  NOT_AN_APOLOGY,
  type TrainingDraft,
} from './examples.ts';
import { type Cues, FOLDS } from './learn.ts';
import type { Settings } from './logistic.ts';
import { fromRuleExamples } from './rule-examples.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** What the models judge, in the order of their weights: the rubric's criteria and "this is no apology". */
export const CRITERIA: readonly string[] = [...Object.values(CODES), NOT_AN_APOLOGY];

const OWN_LABELS = path('../../tests/labels/');
const CORPORA = [
  { name: 'invented', folder: OWN_LABELS },
  { name: 'invented-2', folder: OWN_LABELS },
  // Real replies of companies; they stay beside the repository and may be missing.
  { name: 'store-replies', folder: path('../../../shared/corpus/') },
];

const setAsideSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/**
 * The labelled corpus in its parts: what may be tuned on, and what was set aside. `own` leaves out the drafts that
 * are not part of this repository.
 */
export function corpus({ own = false } = {}): {
  tuning: LabelledDraft[];
  setAside: LabelledDraft[];
  /** Written later by somebody who had seen neither the corpus nor the training texts; set aside whole. */
  second: LabelledDraft[];
  missing: string[];
} {
  const aside = setAsideSchema.parse(
    JSON.parse(readFileSync(path('../../tests/labels/set-aside.json'), 'utf8')),
  );
  const tuning: LabelledDraft[] = [];
  const setAside: LabelledDraft[] = [];
  const missing: string[] = [];
  for (const { name, folder } of CORPORA) {
    if (own && folder !== OWN_LABELS) continue;
    if (!existsSync(`${folder}${name}.jsonl`)) {
      missing.push(name);
      continue;
    }
    const kept = new Set(aside[name]);
    for (const draft of labelledDrafts(`${folder}${name}.jsonl`, `${folder}${name}.labels.jsonl`)) {
      (kept.has(draft.id) ? setAside : tuning).push(draft);
    }
  }
  const second = labelledDrafts(`${OWN_LABELS}set-aside-2.jsonl`, `${OWN_LABELS}set-aside-2.labels.jsonl`);
  return { tuning, setAside, second, missing };
}

/** Where a training draft came from: a message or a sentence written for training, the corpus, the rubric, a rule's own examples. */
export type Kind = 'written' | 'sentence' | 'tuning' | 'fragment' | 'rule';

/** Everything the models learn from, with where it came from. */
export function gather(tuning: readonly LabelledDraft[]): { drafts: TrainingDraft[]; kinds: Kind[] } {
  const written = trainingDrafts(path('./drafts')).map((draft) => fromParts(draft, CRITERIA));
  const sentences = trainingSentences(path('./sentences')).map((draft) => fromParts(draft, CRITERIA));
  const labelled = tuning.map((draft) => fromLabels(draft, CRITERIA));
  const pieces = fragments(path('../../tests/labels/fragments.jsonl')).map((piece, i) =>
    fromFragment(piece, `fragment-${i}`, CRITERIA),
  );
  const examples = fromRuleExamples(CRITERIA);
  return {
    drafts: [...written, ...sentences, ...labelled, ...pieces, ...examples],
    kinds: [
      ...written.map((): Kind => 'written'),
      ...sentences.map((): Kind => 'sentence'),
      ...labelled.map((): Kind => 'tuning'),
      ...pieces.map((): Kind => 'fragment'),
      ...examples.map((): Kind => 'rule'),
    ],
  };
}

const ruleOf = (c: number): Rule | undefined => RULES.find(({ id }) => id === CRITERIA[c]);
const isComponent = (c: number): boolean => ruleOf(c)?.kind === 'component';

/** Chosen by cross-validation on the tuning drafts; faults are rare and varied and want a stronger pull to zero. */
export const SETTINGS: Settings = {
  epochs: 14,
  rate: 0.3,
  l2: (c) => (isComponent(c) ? 1e-3 : 3e-3),
  leastSeen: 6,
};

/** Which fold a draft is held out in. */
export const foldOf = (i: number): number => (i * 7) % FOLDS;

const LEARNING_WEIGHT: Record<Kind, number> = { written: 1, sentence: 0, tuning: 1, fragment: 0.3, rule: 0 };
/** A threshold should suit whole drafts as people send them, not exercises written for one criterion. */
const THRESHOLD_WEIGHT: Record<Kind, number> = {
  written: 0.3,
  sentence: 0,
  tuning: 1,
  fragment: 0.1,
  rule: 0,
};
export const learningWeight = (kind: Kind): number => LEARNING_WEIGHT[kind];
export const thresholdWeight = (kind: Kind): number => THRESHOLD_WEIGHT[kind];

/** Critical and major faults: accusing somebody wrongly of one of these weighs more than missing it; of the others, missing weighs more. */
export function betaOf(c: number): number {
  const rule = ruleOf(c);
  if (rule?.kind !== 'fault') return 1;
  return isHeavy(rule) ? 0.85 : 2;
}

export const cues: Cues = (text, channel) => {
  const draft = parseDraft(text);
  const context = withDefaults({ channel: channel as Channel });
  const found = cuesIn(draft, context, profileOf(draft, context));
  return new Set([...found].filter(([, words]) => words.length > 0).map(([rule]) => rule));
};
