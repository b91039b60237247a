import type { Model } from '../../src/evaluator/classifier/model-file.ts';
import { loadModel } from '../../src/evaluator/classifier/model-file.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import type { TrainingDraft } from './examples.ts';
import { betaOf, CRITERIA, cues, foldOf, type Kind, learningWeight, thresholdWeight } from './gather.ts';
import { learnDocument, outOfFold, thresholds, trustedCues } from './learn.ts';
import { trainClauses } from './logistic.ts';
import { pack } from './pack.ts';

/** Learns everything from the drafts given and packs it as it is shipped. Deterministic. */
export function learnPacked(drafts: readonly TrainingDraft[], kinds: readonly Kind[]): object {
  const rows = outOfFold(drafts, foldOf, CRITERIA, cues);
  const kind = (i: number): Kind => kinds[i] ?? 'written';
  const document = learnDocument(rows, drafts, CRITERIA, (i) => learningWeight(kind(i)));
  const cut = thresholds(rows, drafts, document, (i) => thresholdWeight(kind(i)), betaOf);
  const clause = trainClauses(
    drafts.flatMap(({ examples }) => examples),
    CRITERIA.length,
  );
  const components = RULES.filter(({ kind }) => kind === 'component').map(({ id }) => id);
  const trusted = trustedCues(rows, drafts, components, CRITERIA, (i) => learningWeight(kind(i)));
  return pack(CRITERIA, { clause, document, thresholds: cut, trusted });
}

export const learnModel = (drafts: readonly TrainingDraft[], kinds: readonly Kind[]): Model =>
  loadModel(learnPacked(drafts, kinds));
