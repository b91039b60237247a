// `npm run judge`: how right the evaluator is. Cross-validates on the tuning drafts (each is judged by models
// that never saw it) and reads the drafts that were set aside with the shipped model.
//   --misses CRITERION   also lists what was missed or wrongly found in the tuning drafts
//   --quick              reads the set-aside drafts only
import { parseArgs } from 'node:util';
import type { Model } from '../../src/evaluator/classifier/model-file.ts';
import type { Channel } from '../../src/evaluator/context.ts';
import { evaluate } from '../../src/evaluator/evaluate.ts';
import type { LabelledDraft } from './corpus.ts';
import { UNKNOWN, YES } from './examples.ts';
import { CRITERIA, corpus, foldOf, gather } from './gather.ts';
import { FOLDS } from './learn.ts';
import { learnModel } from './learn-model.ts';
import {
  accused,
  evidenceOverlap,
  f1,
  type Judged,
  macroF1,
  precision,
  recall,
  sameBand,
  type Tally,
  tally,
} from './tally.ts';

const { values } = parseArgs({
  options: { misses: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

const judge = (draft: LabelledDraft, model?: Model): Judged => {
  const { findings, score } = evaluate(draft.text, { channel: draft.channel as Channel }, model);
  return { draft, findings, band: score.band };
};

const { tuning, setAside, missing } = corpus();
console.log(
  missing.length === 0
    ? 'Read with the real store replies beside the repository.'
    : `Without ${missing.join(', ')}: not beside this repository.`,
);
const unseen = setAside.map((draft) => judge(draft));
const held = values.quick ? [] : crossValidate();
if (values.misses) listMisses(held, values.misses);
else print(tally(held), tally(unseen));

function crossValidate(): Judged[] {
  const { drafts, kinds } = gather(tuning);
  const byId = new Map(tuning.map((draft) => [draft.id, draft]));
  const judged: Judged[] = [];
  let right = 0;
  let fragments = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const kept = drafts.flatMap((_, i) => (foldOf(i) === fold ? [] : [i]));
    const model = learnModel(
      kept.flatMap((i) => drafts[i] ?? []),
      kept.flatMap((i) => kinds[i] ?? []),
    );
    drafts.forEach((draft, i) => {
      if (foldOf(i) !== fold || kinds[i] === 'written') return;
      const labelled = byId.get(draft.id);
      if (kinds[i] === 'tuning' && labelled) judged.push(judge(labelled, model));
      if (kinds[i] !== 'fragment') return;
      const c = draft.labels.findIndex((label) => label !== UNKNOWN);
      const { findings } = evaluate(draft.text, {}, model);
      const said = findings.some(({ rule, status }) => rule === CRITERIA[c] && status === 'present');
      fragments += 1;
      if (said === (draft.labels[c] === YES)) right += 1;
    });
  }
  console.log(
    `fragments of the rubric judged right, each by models that never saw it: ${percent(right / fragments)} of ${fragments}`,
  );
  return judged;
}

function print(seen: readonly Tally[], aside: readonly Tally[]): void {
  console.log(
    `\n${''.padEnd(26)} tuning, cross-validated    set aside\n${'criterion'.padEnd(26)}   n    P    R   F1        n    P    R   F1`,
  );
  for (const [i, row] of seen.entries())
    console.log(`${row.criterion.padEnd(26)} ${columns(row)}     ${aside[i] ? columns(aside[i]) : ''}`);
  for (const [name, judged, tallies] of [
    ['tuning, cross-validated', held, seen],
    ['set aside', unseen, aside],
  ] as const) {
    const clean = accused(judged);
    console.log(
      `\n${name} (${judged.length} drafts): components ${macroF1(tallies, 'component').toFixed(3)}  faults ${macroF1(tallies, 'fault').toFixed(3)}` +
        `  evidence overlap ${percent(evidenceOverlap(tallies))}  same band ${percent(sameBand(judged))}` +
        `  clean drafts accused ${clean.accused} of ${clean.clean} (${percent(clean.accused / (clean.clean || 1))})`,
    );
  }
}

function columns(row: Tally): string {
  const figure = (n: number) => n.toFixed(2).padStart(4);
  return `${String(row.right + row.missed).padStart(3)} ${figure(precision(row))} ${figure(recall(row))} ${figure(f1(row))}`;
}

function listMisses(judged: readonly Judged[], criterion: string): void {
  for (const { draft, findings } of judged) {
    if (draft.na.has(criterion) || draft.unsure.has(criterion)) continue;
    const gold = draft.present[criterion];
    const finding = findings.find(({ rule }) => rule === criterion);
    const said = finding?.status === 'present';
    if (said === (gold !== undefined)) continue;
    console.log(
      said
        ? `FALSE  ${draft.id}  ${finding.evidence.map(({ quote }) => quote).join(' | ')}`
        : `MISSED ${draft.id}  ${gold}`,
    );
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
