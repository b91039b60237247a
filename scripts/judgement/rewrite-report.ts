import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Context, contextSchema } from '../../src/evaluator/context.ts';
import { evaluate } from '../../src/evaluator/evaluate.ts';
import { rewriteDraft } from '../../src/evaluator/rewrite/rewrite-draft.ts';
import { type SampleDraft, variantsOf } from './draft-variants.ts';
import { type Case, PROPERTIES } from './rewrite-properties.ts';

const USAGE = `usage: node scripts/judgement/rewrite-report.ts DRAFTS.jsonl … [--variants N] [--seed N] [--misses PROPERTY] [--show ID]

Rewrites every draft ({"id","text","channel"?,"context"?} a line) and N drafts made from them, and prints
how many keep each property of the rewrite. --misses lists those that do not; --show prints one in full.`;

const lineSchema = z.looseObject({
  id: z.string(),
  text: z.string(),
  channel: contextSchema.shape.channel,
  context: contextSchema.optional(),
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    variants: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    misses: { type: 'string' },
    show: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

function draftsIn(path: string): SampleDraft[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { id, text, channel, context } = lineSchema.parse(JSON.parse(line));
    const full: Context = { ...context, ...(channel ? { channel } : {}) };
    return { id, text, context: full };
  });
}

function caseOf({ id, text, context }: SampleDraft): Case {
  const before = evaluate(text, context);
  const rewrite = rewriteDraft(before, evaluate);
  return { id, before, rewrite, after: evaluate(rewrite.text, context) };
}

function print(drafts: readonly SampleDraft[]): boolean {
  const tally = new Map(PROPERTIES.map(({ name }) => [name, { asked: 0, kept: 0, misses: [] as string[] }]));
  let changed = 0;
  for (const draft of drafts) {
    const item = caseOf(draft);
    if (item.rewrite.changes.length > 0) changed += 1;
    if (values.show === draft.id)
      console.log(
        `${draft.text}\n--->\n${item.rewrite.text}\n${JSON.stringify(item.rewrite.changes, null, 1)}\n`,
      );
    for (const { name, holds } of PROPERTIES) {
      const wrong = holds(item);
      const row = tally.get(name);
      if (wrong === undefined || !row) continue;
      row.asked += 1;
      if (wrong === null) row.kept += 1;
      else row.misses.push(`${draft.id}: ${wrong}`);
    }
  }
  console.log(`${drafts.length} drafts, ${changed} rewritten\n`);
  console.log(
    `${'property'.padEnd(22)}${'kept'.padStart(8)}${'of'.padStart(8)}${'%'.padStart(9)}${'needed'.padStart(9)}`,
  );
  let all = true;
  for (const { name, needed } of PROPERTIES) {
    const { asked, kept, misses } = tally.get(name) ?? { asked: 0, kept: 0, misses: [] };
    const share = asked === 0 ? 100 : (100 * kept) / asked;
    all &&= share >= needed;
    console.log(
      `${name.padEnd(22)}${String(kept).padStart(8)}${String(asked).padStart(8)}${share.toFixed(2).padStart(9)}${String(needed).padStart(9)}${share < needed ? '  short' : ''}`,
    );
    if (values.misses === name || values.misses === 'all')
      for (const miss of misses) console.log(`    ${miss}`);
  }
  return all;
}

if (values.help || positionals.length === 0) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const drafts = positionals.flatMap(draftsIn);
  const all = print([...drafts, ...variantsOf(drafts, Number(values.variants), Number(values.seed))]);
  process.exitCode = all ? 0 : 1;
}
