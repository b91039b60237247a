import { complain } from './complain.ts';
import { printable } from './printable.ts';
import { UsageError } from './usage-error.ts';

/** Runs a command that takes one file, prints what it says, and sets the exit code; 2 for anything that went wrong. */
export async function runWithFile(name: string, run: (file: string) => Promise<string>): Promise<void> {
  try {
    const [file, ...others] = process.argv.slice(2);
    if (file === undefined || file.startsWith('-') || others.length > 0)
      throw new UsageError(`give it one file: npm run ${name} -- FILE`);
    process.stdout.write(`${printable(await run(file))}\n`);
  } catch (error) {
    process.exitCode = complain(name, error);
  }
}
