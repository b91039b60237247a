import type { z } from 'zod';
import { type Context, contextSchema } from '../../evaluator/context-schema.ts';
import { CONTEXT_FIELDS, type ContextFieldName } from '../views/context-fields.ts';

type Typed = Readonly<Partial<Record<ContextFieldName, string>>>;

/** What was filled in, as the evaluator takes it, and what is wrong with it, by the field's block id. */
export interface FilledContext {
  readonly context: Context;
  readonly errors: Readonly<Record<string, string>>;
}

const PROMISE = /^(.+?)[,;:]?\s+by\s+(.+)$/i;
const NOT_A_PROMISE =
  'Please write each promise in a line of its own as "what by when", such as "a new lamp by Friday".';

/** Reads the fields as they were typed; one that cannot be read is left out and named in `errors`. */
export function readContext(typed: Typed): FilledContext {
  const filled = Object.entries(typed).filter(([, text]) => text.trim() !== '');
  const wanted = Object.fromEntries(filled.map(([name, text]) => [name, meaningOf(name, text.trim())]));
  const parsed = contextSchema.safeParse(wanted);
  if (parsed.success) return { context: parsed.data, errors: {} };
  const errors = errorsOf(parsed.error);
  const rest = Object.fromEntries(Object.entries(wanted).filter(([name]) => !(name in errors)));
  return { context: contextSchema.parse(rest), errors };
}

function meaningOf(name: string, text: string): unknown {
  switch (name) {
    case 'incident_at':
      return new Date(Number(text) * 1000).toISOString();
    case 'prior_apologies':
      return Number(text);
    case 'wants_detail':
    case 'sensitive':
      return text === 'true';
    case 'authority':
      return linesOf(text);
    case 'promises':
      return linesOf(text).map((line) => {
        const [, what, by] = PROMISE.exec(line) ?? [];
        return { what, by };
      });
    default:
      return text;
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[\s•*-]+/, '').trim())
    .filter((line) => line !== '');

function errorsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    error.issues.map(({ path: [name], code }) => [String(name), wordsFor(String(name), code)]),
  );
}

function wordsFor(name: string, code: string): string {
  if (name === 'promises' && code !== 'too_big') return NOT_A_PROMISE;
  if (name === 'promises' || name === 'authority')
    return 'Please keep it to twenty lines of at most two hundred characters.';
  const field = name in CONTEXT_FIELDS ? CONTEXT_FIELDS[name as ContextFieldName] : undefined;
  if (field?.kind === 'text') return `Please keep it to ${field.max} characters.`;
  return 'I cannot read this one. Please choose it again.';
}
