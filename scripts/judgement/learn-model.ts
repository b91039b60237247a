import type { Model } from '../../src/evaluator/classifier/model-file.ts';
import { loadModel } from '../../src/evaluator/classifier/model-file.ts';
import type { TrainingDraft } from './examples.ts';
import { betaOf, CRITERIA, cues, type Kind, learningWeight, SETTINGS, thresholdWeight } from './gather.ts';
import { learnDocument, outOfFold, thresholds, trustedCues } from './learn.ts';
import { trainClauses } from './logistic.ts';
import { pack } from './pack.ts';
import { writeModel } from './write-model.ts';

/** Learns everything from the drafts given: the file that is shipped. Deterministic. */
export function learnFile(drafts: readonly TrainingDraft[], kinds: readonly Kind[]): Uint8Array {
  const kind = (i: number): Kind => kinds[i] ?? 'written';
  const weightOf = (i: number): number => learningWeight(kind(i));
  const rows = outOfFold(drafts, CRITERIA, cues, weightOf, SETTINGS);
  const document = learnDocument(rows, drafts, CRITERIA, weightOf);
  const cut = thresholds(rows, drafts, document, (i) => thresholdWeight(kind(i)), betaOf);
  const clause = trainClauses(
    drafts.flatMap(({ examples }) => examples),
    CRITERIA.length,
    SETTINGS,
  );
  const trusted = trustedCues(rows, drafts, CRITERIA, weightOf);
  return writeModel(pack(CRITERIA, { clause, document, thresholds: cut, trusted }));
}

export const learnModel = (drafts: readonly TrainingDraft[], kinds: readonly Kind[]): Model =>
  loadModel(learnFile(drafts, kinds));
