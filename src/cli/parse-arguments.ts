import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** Reads the words of a command line by the options that there are. Throws UsageError. */
export function parseArguments<const O extends ParseArgsOptionsConfig>(argv: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (cause) {
    // The first sentence says which option; the rest is about positional arguments and leads astray.
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('. ');
    throw new UsageError(`${reason?.replace(/\.$/, '')}. --help shows what there is.`, { cause });
  }
}
