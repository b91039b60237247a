// Trains the models from the labelled drafts and writes src/evaluator/classifier/model.bin.
// Deterministic: the same labels and rules give the same file.
import { writeFileSync } from 'node:fs';
import { corpus, gather } from './gather.ts';
import { learnFile } from './learn-model.ts';

const { tuning, missing } = corpus();
if (missing.length > 0) console.warn(`trained without ${missing.join(', ')}: not beside this repository`);
const { drafts, kinds } = gather(tuning);
const file = learnFile(drafts, kinds);
writeFileSync(new URL('../../src/evaluator/classifier/model.bin', import.meta.url), file);
console.log(`learnt from ${drafts.length} drafts and fragments: ${Math.round(file.length / 1024)} kB`);
