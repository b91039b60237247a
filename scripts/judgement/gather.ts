import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Channel, withDefaults } from '../../src/evaluator/context.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import { cuesIn } from '../../src/evaluator/evaluate.ts';
import { profileOf } from '../../src/evaluator/profile.ts';
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

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** What the models judge, in the order of their weights: the rubric's criteria and "this is no apology". */
export const CRITERIA: readonly string[] = [...Object.values(CODES), NOT_AN_APOLOGY];

const CORPORA = [
  { name: 'invented', folder: path('../../tests/labels/') },
  { name: 'invented-2', folder: path('../../tests/labels/') },
  // Real replies of companies; they stay beside the repository and may be missing.
  { name: 'store-replies', folder: path('../../../shared/corpus/') },
];

const setAsideSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The labelled corpus in its two parts: what may be tuned on, and what was set aside before the first rule. */
export function corpus(): { tuning: LabelledDraft[]; setAside: LabelledDraft[]; missing: string[] } {
  const aside = setAsideSchema.parse(
    JSON.parse(readFileSync(path('../../tests/labels/set-aside.json'), 'utf8')),
  );
  const tuning: LabelledDraft[] = [];
  const setAside: LabelledDraft[] = [];
  const missing: string[] = [];
  for (const { name, folder } of CORPORA) {
    if (!existsSync(`${folder}${name}.jsonl`)) {
      missing.push(name);
      continue;
    }
    const kept = new Set(aside[name]);
    for (const draft of labelledDrafts(`${folder}${name}.jsonl`, `${folder}${name}.labels.jsonl`)) {
      (kept.has(draft.id) ? setAside : tuning).push(draft);
    }
  }
  return { tuning, setAside, missing };
}

/** Where a training draft came from: a message or a sentence written for training, the corpus, the rubric. */
export type Kind = 'written' | 'sentence' | 'tuning' | 'fragment';

/** Everything the models learn from, with where it came from. */
export function gather(tuning: readonly LabelledDraft[]): { drafts: TrainingDraft[]; kinds: Kind[] } {
  const written = trainingDrafts(path('./drafts')).map((draft) => fromParts(draft, CRITERIA));
  const sentences = trainingSentences(path('./sentences')).map((draft) => fromParts(draft, CRITERIA));
  const labelled = tuning.map((draft) => fromLabels(draft, CRITERIA));
  const pieces = fragments(path('../../tests/labels/fragments.jsonl')).map((piece, i) =>
    fromFragment(piece, `fragment-${i}`, CRITERIA),
  );
  return {
    drafts: [...written, ...sentences, ...labelled, ...pieces],
    kinds: [
      ...written.map((): Kind => 'written'),
      ...sentences.map((): Kind => 'sentence'),
      ...labelled.map((): Kind => 'tuning'),
      ...pieces.map((): Kind => 'fragment'),
    ],
  };
}

/** Which fold a draft is held out in. */
export const foldOf = (i: number): number => (i * 7) % FOLDS;

const LEARNING_WEIGHT: Record<Kind, number> = { written: 0.5, sentence: 0, tuning: 1, fragment: 0.3 };
/** A threshold should suit whole drafts as people send them, not exercises written for one criterion. */
const THRESHOLD_WEIGHT: Record<Kind, number> = { written: 0.3, sentence: 0, tuning: 1, fragment: 0.1 };
export const learningWeight = (kind: Kind): number => LEARNING_WEIGHT[kind];
export const thresholdWeight = (kind: Kind): number => THRESHOLD_WEIGHT[kind];

/** Critical and major faults: a false accusation costs more than a miss, so their threshold leans to precision. */
const HARSH = new Set([
  'conditional-apology',
  'sorry-but',
  'sorry-you-feel',
  'blames-customer',
  'blames-others',
  'defensiveness',
  'disrespectful-tone',
]);
export const betaOf = (c: number): number => (HARSH.has(CRITERIA[c] ?? '') ? 0.8 : 1);

export const cues: Cues = (text, channel) => {
  const draft = parseDraft(text);
  const context = withDefaults({ channel: channel as Channel });
  const found = cuesIn(draft, context, profileOf(draft, context));
  return new Set([...found].filter(([, words]) => words.length > 0).map(([rule]) => rule));
};
