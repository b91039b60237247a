import { ConfigError } from '../config-error.ts';
import { AppError } from '../errors.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { printable, printableLine } from './printable.ts';

/** Says on standard error what went wrong, and perhaps with what; resolves to the exit code for it. */
export function complain(command: string, error: unknown, about?: string): ExitCode {
  const where = about === undefined ? '' : `${printableLine(about)}: `;
  process.stderr.write(`${command}: ${where}${printable(wordsFor(error))}\n`);
  return exitCodes.badInput;
}

/** What we did not expect keeps its stack for whoever mends it. */
function wordsFor(error: unknown): string {
  if (error instanceof ConfigError) {
    const problems = error.problems.map(({ variable, reason }) => `${variable} ${reason}`);
    return `The environment cannot be used: ${problems.join('; ')}. .env.example describes every variable.`;
  }
  if (error instanceof AppError) return error.userMessage;
  return `unexpected failure\n${error instanceof Error ? error.stack : error}`;
}
