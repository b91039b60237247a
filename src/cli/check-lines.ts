import type { Context } from '../evaluator/context.ts';
import type { ReviewOptions } from '../evaluator/engine.ts';
import type { CheckOptions } from './check-options.ts';
import { compilePatterns } from './compile-patterns.ts';
import { type ExitCode, exitCodeOf, exitCodes, worse } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { lines } from './lines.ts';
import { readBytes } from './read-input.ts';
import { reviewLine } from './review-line.ts';
import { print } from './terminal.ts';

/** Reviews one draft a line, in order, and prints each result before it reads the next line. */
export async function checkLines(
  file: string,
  _options: CheckOptions,
  context: Context,
  reviewing: ReviewOptions,
): Promise<ExitCode> {
  compilePatterns({ once: false });
  let worst: ExitCode = exitCodes.fine;
  for await (const line of lines(readBytes(file))) {
    if (line !== null && line.toString().trim() === '') continue;
    const result = reviewLine(line, context, reviewing);
    await print(`${jsonText(result)}\n`);
    worst = worse(worst, 'review' in result ? exitCodeOf(result.review.band) : exitCodes.badInput);
  }
  return worst;
}
