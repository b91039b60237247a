import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contextSchema } from '../../../src/evaluator/context-schema.ts';
import { evaluate } from '../../../src/evaluator/evaluate.ts';
import { rewriteDraft } from '../../../src/evaluator/rewrite/rewrite-draft.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'corpus');
const aboutSchema = z.strictObject({
  channel: contextSchema.shape.channel,
  context: contextSchema.optional(),
});

/** A draft of the corpus; a comment in its first line may give the channel and the context. */
function read(name: string) {
  const file = readFileSync(join(FOLDER, name), 'utf8');
  const about = /^<!-- (\{.*\}) -->\n/.exec(file);
  const { channel, context } = aboutSchema.parse(about?.[1] ? JSON.parse(about[1]) : {});
  return {
    text: file.slice(about?.[0].length ?? 0).trimEnd(),
    context: { ...context, ...(channel ? { channel } : {}) },
  };
}

/** The rewrite as a reviewer reads it: the text, the questions, each change with its rule. */
function page(name: string): string {
  const { text, context } = read(name);
  const before = evaluate(text, context);
  const rewrite = rewriteDraft(before, evaluate);
  const questions = rewrite.blanks.map(
    ({ text: slot, question, rule }) => `? ${slot} (${rule})\n  ${question}`,
  );
  const changes = rewrite.changes.map(
    ({ kind, rule, before: old, after }) =>
      `${kind} (${rule})${old ? `\n  - ${old.replaceAll('\n', ' ')}` : ''}${after ? `\n  + ${after}` : ''}`,
  );
  return [
    `${before.score.score} ${before.score.band} -> ${rewrite.score} ${rewrite.band}`,
    rewrite.text,
    ...(questions.length > 0 ? [questions.join('\n')] : []),
    changes.length > 0 ? changes.join('\n') : 'nothing changed',
  ]
    .join('\n\n')
    .concat('\n');
}

describe('the rewrites of the corpus, one page each', () => {
  const drafts = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  it.each(drafts)('%s', async (name) => {
    await expect(page(name)).toMatchFileSnapshot(join(FOLDER, name.replace(/\.md$/, '.rewrite.txt')));
  });
});
