// `npm run judge`: how right the evaluator is. Cross-validates on the tuning drafts (each is judged by models
// that never saw it) and reads the drafts that were set aside with the shipped model.
//   --misses CRITERION   lists what was missed or wrongly found in the tuning drafts instead
//   --quick              reads the set-aside drafts only
//   --raise-floors       raises the floors that tests/evaluator/floors.test.ts holds to what the shipped model reaches
//   --rewrite            how good the rewrites are instead: of the tuning drafts, and of drafts made from them
//     --variants N       how many are made (5,000)
//     --misses PROPERTY  also says what is wrong where a property (or any: all) does not hold
//     --show ID          also prints one in full
//   --engine llm         lets the language model of the environment (LLM_*, docs/llm.md) read the drafts that were
//                        set aside, beside the rules; --most N reads the first N of each part only
import { parseArgs } from 'node:util';
import { config as loadEnvFile } from 'dotenv';
import { ConfigError } from '../../src/config-error.ts';
import type { Channel } from '../../src/evaluator/context.ts';
import { evaluate } from '../../src/evaluator/evaluate.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import type { LabelledDraft } from './corpus.ts';
import { variantsOf } from './draft-variants.ts';
import { UNKNOWN, YES } from './examples.ts';
import { raiseFloors } from './floors.ts';
import { CRITERIA, corpus, foldOf, gather } from './gather.ts';
import { FOLDS } from './learn.ts';
import { learnModel } from './learn-model.ts';
import { PROPERTIES } from './rewrite-properties.ts';
import { printRewriteTable } from './rewrite-table.ts';
import {
  accused,
  evidenceOverlap,
  f1,
  type Judged,
  judge,
  macroF1,
  noApologies,
  precision,
  recall,
  sameBand,
  type Tally,
  tally,
} from './tally.ts';

const { values } = parseArgs({
  options: {
    misses: { type: 'string' },
    quick: { type: 'boolean', default: false },
    'raise-floors': { type: 'boolean', default: false },
    rewrite: { type: 'boolean', default: false },
    variants: { type: 'string', default: '5000' },
    show: { type: 'string' },
    engine: { type: 'string', default: 'rules' },
    most: { type: 'string', default: '1000' },
  },
});

if (!['rules', 'llm'].includes(values.engine)) stop('--engine wants rules or llm.');
const most = Number(values.most);
if (!Number.isInteger(most) || most < 1) stop('--most wants a whole number, 1 or more.');
const variants = Number(values.variants);
if (!Number.isInteger(variants) || variants < 0) stop('--variants wants a whole number, 0 or more.');
const known = values.rewrite ? ['all', ...PROPERTIES.map(({ name }) => name)] : RULES.map(({ id }) => id);
if (values.misses && !known.includes(values.misses)) stop(`--misses wants one of: ${known.join(', ')}.`);

/** Bad input: says what to do, and ends. */
function stop(what: string): never {
  console.error(what);
  process.exit(2);
}

const { tuning, setAside, second, missing } = corpus();
console.log(
  missing.length === 0
    ? 'Read with the real store replies beside the repository.'
    : `Without ${missing.join(', ')}: not beside this repository.`,
);
if (values.rewrite) process.exitCode = judgeRewrites() ? 0 : 1;
else if (values.engine === 'llm') await judgeModel();
else judgeFindings();

function judgeRewrites(): boolean {
  const drafts = tuning.map(({ id, text, channel }) => ({
    id,
    text,
    context: { channel: channel as Channel },
  }));
  return printRewriteTable([...drafts, ...variantsOf(drafts, variants, 1)], values);
}

function judgeFindings(): void {
  const parts: Part[] = [
    { name: 'tuning, cross-validated', judged: values.quick ? [] : crossValidate() },
    { name: 'set aside', judged: setAside.map((draft) => judge(draft)) },
    { name: 'set aside, second', judged: second.map((draft) => judge(draft)) },
  ].filter(({ judged }) => judged.length > 0);
  if (values.misses) listMisses(parts[0]?.judged ?? [], values.misses);
  else print(parts);
  if (!values['raise-floors']) return;
  const own = corpus({ own: true });
  raiseFloors([...own.setAside, ...own.second].map((draft) => judge(draft)));
}

/** The model and the rules on the same drafts. */
async function judgeModel(): Promise<void> {
  loadEnvFile({ quiet: true });
  const sets = [
    { name: 'set aside', drafts: setAside.slice(0, most) },
    { name: 'second', drafts: second.slice(0, most) },
  ].filter(({ drafts }) => drafts.length > 0);
  try {
    const { judgeByModel, costOf } = await import('./judge-model.ts');
    const byModel = await judgeByModel(
      sets.flatMap(({ drafts }) => drafts),
      process.env,
    );
    const ofModel = (drafts: readonly LabelledDraft[]) =>
      byModel.judged.filter(({ draft }) => drafts.includes(draft));
    print(
      sets.flatMap(({ name, drafts }) => [
        { name: `${name}, rules`, judged: drafts.map((draft) => judge(draft)) },
        { name: `${name}, model`, judged: ofModel(drafts) },
      ]),
    );
    console.log(`\nThe model: ${byModel.name}`);
    for (const line of costOf(byModel.reports)) console.log(line);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    stop(error.userMessage);
  }
}

interface Part {
  readonly name: string;
  readonly judged: readonly Judged[];
}

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

function print(parts: readonly Part[]): void {
  const tallies = parts.map(({ judged }) => tally(judged));
  console.log(`\n${''.padEnd(26)}${parts.map(({ name }) => name.padEnd(29)).join('')}`);
  console.log(`${'criterion'.padEnd(26)}${parts.map(() => '  n    P    R   F1'.padEnd(29)).join('')}`);
  for (const [i, { id }] of RULES.entries())
    console.log(`${id.padEnd(26)}${tallies.map((rows) => columns(rows[i] as Tally).padEnd(29)).join('')}`);
  for (const [i, { name, judged }] of parts.entries()) {
    const rows = tallies[i] as Tally[];
    const clean = accused(judged);
    const none = noApologies(judged);
    console.log(
      `\n${name} (${judged.length} drafts): components ${macroF1(rows, 'component').toFixed(3)}  faults ${macroF1(rows, 'fault').toFixed(3)}` +
        `  evidence overlap ${percent(evidenceOverlap(rows))}  same band ${percent(sameBand(judged))}` +
        `  clean drafts accused ${clean.accused} of ${clean.clean} (${percent(clean.accused / (clean.clean || 1))})` +
        `  no apology: found ${none.found} of ${none.of}, wrongly ${none.wrongly}`,
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
