import type { Context } from '../evaluator/context.ts';
import type { ReviewOptions } from '../evaluator/engine.ts';
import { checkDraft } from './check-draft.ts';
import { checkLines } from './check-lines.ts';
import { type CheckOptions, checkOptions, USAGE } from './check-options.ts';
import { complain } from './complain.ts';
import { type ExitCode, exitCodes, worse } from './exit-codes.ts';
import { readContext } from './read-context.ts';
import { endWithReader, print } from './terminal.ts';

endWithReader();

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
    return complain('check', error);
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
      worst = complain('check', error, file === '-' ? 'standard input' : file);
    }
  }
  return worst;
}

async function contextOf({ contextFile, channel }: CheckOptions): Promise<Context> {
  const context = contextFile === undefined ? {} : await readContext(contextFile);
  return channel === undefined ? context : { ...context, channel };
}
