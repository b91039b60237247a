// Trains the models from the labelled drafts and writes src/evaluator/classifier/model.json.
// Deterministic: the same labels and rules give the same file.
import { writeFileSync } from 'node:fs';
import { corpus, CRITERIA, cues, foldOf, gather, betaOf, learningWeight, thresholdWeight } from './gather.ts';
import { learnDocument, outOfFold, thresholds } from './learn.ts';
import { trainClauses } from './logistic.ts';
import { pack } from './pack.ts';

const { tuning, missing } = corpus();
if (missing.length > 0) console.warn(`trained without ${missing.join(', ')}: not beside this repository`);
const { drafts, kinds } = gather(tuning);
const rows = outOfFold(drafts, foldOf, CRITERIA, cues);
const weightOf = (weigh: typeof learningWeight) => (i: number) => weigh(kinds[i] ?? 'written');
const document = learnDocument(rows, drafts, CRITERIA, weightOf(learningWeight));
const cut = thresholds(rows, drafts, document, weightOf(thresholdWeight), betaOf);
const clause = trainClauses(drafts.flatMap(({ examples }) => examples), CRITERIA.length);
const json = JSON.stringify(pack(CRITERIA, { clause, document, thresholds: cut }));
writeFileSync(new URL('../../src/evaluator/classifier/model.json', import.meta.url), `${json}\n`);
console.log(`${drafts.length} drafts, ${clause.vocabulary.size} features, ${Math.round(json.length / 1024)} kB`);
