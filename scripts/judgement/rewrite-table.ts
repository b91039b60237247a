import { evaluate } from '../../src/evaluator/evaluate.ts';
import { rewriteDraft } from '../../src/evaluator/rewrite/rewrite-draft.ts';
import type { SampleDraft } from './draft-variants.ts';
import { type Case, PROPERTIES } from './rewrite-properties.ts';

interface Wanted {
  /** Name of a property, or `all`: also prints what is wrong where it does not hold. */
  readonly misses?: string | undefined;
  /** Id of a draft that is printed in full. */
  readonly show?: string | undefined;
}

function caseOf({ id, text, context }: SampleDraft): Case {
  const before = evaluate(text, context);
  const rewrite = rewriteDraft(before, evaluate);
  return { id, before, rewrite, after: evaluate(rewrite.text, context) };
}

/** Rewrites every draft and prints how many keep each property of a rewrite; whether as many do as are needed. */
export function printRewriteTable(drafts: readonly SampleDraft[], { misses, show }: Wanted): boolean {
  const rows = PROPERTIES.map((property) => ({ property, asked: 0, kept: 0, wrong: [] as string[] }));
  let changed = 0;
  for (const draft of drafts) {
    const item = caseOf(draft);
    if (item.rewrite.changes.length > 0) changed += 1;
    if (show === draft.id)
      console.log(
        `${draft.text}\n--->\n${item.rewrite.text}\n${JSON.stringify(item.rewrite.changes, null, 1)}\n`,
      );
    for (const row of rows) {
      const wrong = row.property.holds(item);
      if (wrong === undefined) continue;
      row.asked += 1;
      if (wrong === null) row.kept += 1;
      else row.wrong.push(`${draft.id}: ${wrong}`);
    }
  }
  console.log(`${drafts.length} drafts, ${changed} rewritten\n`);
  console.log(line('property', 'kept', 'of', '%', 'needed'));
  let all = true;
  for (const { property, asked, kept, wrong } of rows) {
    const share = asked === 0 ? 100 : (100 * kept) / asked;
    const enough = share >= property.needed;
    all &&= enough;
    console.log(
      `${line(property.name, kept, asked, share.toFixed(2), property.needed)}${enough ? '' : '  short'}`,
    );
    if (misses === property.name || misses === 'all') for (const miss of wrong) console.log(`    ${miss}`);
  }
  return all;
}

const line = (name: string, ...cells: (string | number)[]): string =>
  name.padEnd(22) + cells.map((cell) => String(cell).padStart(9)).join('');
