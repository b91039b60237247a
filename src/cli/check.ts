import { AppError } from '../errors.ts';
import type { Context } from '../evaluator/context.ts';
import type { ReviewOptions } from '../evaluator/engine.ts';
import { checkDraft } from './check-draft.ts';
import { checkLines } from './check-lines.ts';
import { type CheckOptions, checkOptions, USAGE } from './check-options.ts';
import { type ExitCode, exitCodes, worse } from './exit-codes.ts';
import { printable, printableLine } from './printable.ts';
import { readContext } from './read-context.ts';
import { print } from './terminal.ts';

// Someone who reads the first lines only (`| head`) has seen enough: no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? exitCodes.fine : exitCodes.badInput),
);

process.exitCode = await check(process.argv.slice(2));

async function check(argv: readonly string[]): Promise<ExitCode> {
  try {
    const options = checkOptions(argv);
    if (options.help) {
      await print(USAGE);
      return exitCodes.fine;
    }
    return await checkFiles(options, await contextOf(options));
  } catch (error) {
    return complain(undefined, error);
  }
}

/** A file that cannot be read does not keep the others from being read. */
async function checkFiles(options: CheckOptions, context: Context): Promise<ExitCode> {
  const reviewing: ReviewOptions = { rewrite: options.rewrite, now: new Date().toISOString() };
  let worst: ExitCode = exitCodes.fine;
  for (const file of options.files) {
    try {
      const checkOne = options.output === 'jsonl' ? checkLines : checkDraft;
      worst = worse(worst, await checkOne(file, options, context, reviewing));
    } catch (error) {
      worst = complain(file, error);
    }
  }
  return worst;
}

async function contextOf({ contextFile, channel }: CheckOptions): Promise<Context> {
  const context = contextFile === undefined ? {} : await readContext(contextFile);
  return channel === undefined ? context : { ...context, channel };
}

/** Standard error takes every complaint; what we did not expect keeps its stack for whoever mends it. */
function complain(file: string | undefined, error: unknown): ExitCode {
  const expected = error instanceof AppError;
  const words = expected
    ? error.userMessage
    : `unexpected failure\n${error instanceof Error ? error.stack : error}`;
  const where = file === undefined ? '' : `${file === '-' ? 'standard input' : printableLine(file)}: `;
  process.stderr.write(`check: ${where}${printable(words)}\n`);
  return exitCodes.badInput;
}
