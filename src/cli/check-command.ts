import type { Context } from '../evaluator/context.ts';
import type { ReviewOptions } from '../evaluator/engine.ts';
import { type CheckOptions, checkOptions, USAGE } from './check-options.ts';
import { complain } from './complain.ts';
import { type ExitCode, exitCodes, worse } from './exit-codes.ts';
import { endWithReader, print } from './terminal.ts';

/** The command with its arguments (without `node` and the script), to the exit code. Says itself what went wrong. */
export async function check(argv: readonly string[]): Promise<ExitCode> {
  endWithReader();
  try {
    const options = checkOptions(argv);
    if (options.help) {
      await print(USAGE);
      return exitCodes.fine;
    }
    return await checkFiles(options, await contextOf(options));
  } catch (error) {
    return complain('check', error);
  }
}

/** A file that cannot be read does not keep the others from being read. */
async function checkFiles(options: CheckOptions, context: Context): Promise<ExitCode> {
  const reviewing: ReviewOptions = { rewrite: options.rewrite, now: new Date().toISOString() };
  const checkOne = await checkerFor(options);
  let worst: ExitCode = exitCodes.fine;
  for (const file of options.files) {
    try {
      worst = worse(worst, await checkOne(file, options, context, reviewing));
    } catch (error) {
      worst = complain('check', error, file === '-' ? 'standard input' : file);
    }
  }
  return worst;
}

// What only some options need is loaded with them: the start is most of what one draft takes.

async function checkerFor({ output }: CheckOptions) {
  return output === 'jsonl'
    ? (await import('./check-lines.ts')).checkLines
    : (await import('./check-draft.ts')).checkDraft;
}

async function contextOf({ contextFile, channel }: CheckOptions): Promise<Context> {
  const context =
    contextFile === undefined ? {} : await (await import('./read-context.ts')).readContext(contextFile);
  return channel === undefined ? context : { ...context, channel };
}
