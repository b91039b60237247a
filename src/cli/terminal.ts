import { once } from 'node:events';
import { styleText } from 'node:util';
import { exitCodes } from './exit-codes.ts';
import type { Looks } from './passages.ts';

const NARROWEST = 40;
/** Longer lines are hard to read. */
const WIDEST = 100;

/** How standard output wants its text: broken and coloured on a terminal, plain in a pipe or a file. */
export function terminalLooks(out: NodeJS.WriteStream = process.stdout): Looks {
  if (!out.isTTY) return { width: Number.POSITIVE_INFINITY, paint: (_style, text) => text };
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, out.columns || WIDEST)),
    // styleText honours NO_COLOR and terminals without colour.
    paint: (style, text) => styleText(style, text, { stream: out }),
  };
}

/** Writes to standard output and waits while the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Someone who reads the first lines only (`| head`) has seen enough: that is no error. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? exitCodes.fine : exitCodes.badInput),
  );
}
