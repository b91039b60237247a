import { type Context, withDefaults } from '../evaluator/context.ts';
import { parseDraft } from '../evaluator/draft.ts';
import type { ReviewOptions } from '../evaluator/engine.ts';
import { reviewDraft } from '../evaluator/evaluate.ts';
import { profileOf } from '../evaluator/profile.ts';
import type { CheckOptions } from './check-options.ts';
import { compilePatterns } from './compile-patterns.ts';
import { type ExitCode, exitCodeOf } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { printableLine } from './printable.ts';
import { readText } from './read-input.ts';
import { print, terminalLooks } from './terminal.ts';
import { terminalReview } from './terminal-review.ts';

/** Up to here patterns need not be fast, in UTF-16 units. */
const SHORT_DRAFT = 1500;

/** Reviews the one draft in a file and prints the result. Throws AppError when there is no draft to read. */
export async function checkDraft(
  file: string,
  { output, files }: CheckOptions,
  context: Context,
  reviewing: ReviewOptions,
): Promise<ExitCode> {
  const text = await readText(file);
  compilePatterns({ once: files.length === 1 && text.length <= SHORT_DRAFT });
  const review = reviewDraft(text, context, reviewing);
  if (output === 'json') {
    await print(`${jsonText(review, 2)}\n`);
  } else {
    const looks = terminalLooks();
    const profile = profileOf(parseDraft(text), withDefaults(context));
    const body = terminalReview(review, text, { profile, ...looks });
    const heading = looks.paint('bold', `── ${printableLine(file === '-' ? 'standard input' : file)} ──`);
    await print(files.length > 1 ? `${heading}\n\n${body}\n` : body);
  }
  return exitCodeOf(review.band);
}
