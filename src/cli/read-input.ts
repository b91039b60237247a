import { createReadStream } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** Far more than the longest draft (12,000 characters) with everything that may stand beside it, in bytes. */
export const MAX_INPUT = 4 * 1024 * 1024;

/** The bytes of a file, or of standard input for `-`, as they arrive. Throws UsageError when it cannot be read. */
export async function* readBytes(file: string): AsyncGenerator<Buffer> {
  try {
    yield* file === '-' ? process.stdin : createReadStream(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    throw new UsageError(REASONS[code] ?? `This cannot be read (${code}).`, { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'You may not read this file.',
};

/** The whole of a file as text. Throws UsageError when it cannot be read or is no text. */
export async function readText(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of readBytes(file)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_INPUT) throw new UsageError('This is too large to be a draft.');
  }
  return decode(Buffer.concat(chunks));
}

/** UTF-8 bytes as text, without a byte order mark. Throws UsageError for other encodings. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError('This is not a text in UTF-8. Save it as UTF-8 and try again.', { cause });
  }
}
