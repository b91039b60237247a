import type { z } from 'zod';

/** All problems of one input in one line: the field, then the reason; never a value. */
export const schemaProblems = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
