import { AppError } from '../errors.ts';
import { type Context, contextSchema } from '../evaluator/context-schema.ts';
import { readText } from './read-input.ts';
import { schemaProblems } from './schema-problems.ts';
import { UsageError } from './usage-error.ts';

/** Reads a file of context fields. Throws UsageError that names every field that is wrong. */
export async function readContext(file: string): Promise<Context> {
  try {
    return parseContext(await readText(file));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new UsageError(`--context ${file}: ${error.userMessage}`, { cause: error });
  }
}

function parseContext(text: string): Context {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (cause) {
    throw new UsageError('This is not JSON.', { cause });
  }
  const result = contextSchema.safeParse(fields);
  if (!result.success) throw new UsageError(schemaProblems(result.error));
  return result.data;
}
