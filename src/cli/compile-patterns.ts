import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 how to compile regular expressions from here on. Without a word it makes bytecode first, which takes ours
 * longer than machine code does. `once` leaves out what makes that code fast: for one short draft it costs more than
 * it saves (a tenth of the whole process), but a long one that is meant to be slow would take twenty times as long.
 *
 * Said here and not on the command line: started with other flags than its own, Node compiles its own modules anew.
 */
export function compilePatterns({ once }: { once: boolean }): void {
  setFlagsFromString('--no-regexp-tier-up');
  if (once) setFlagsFromString('--no-regexp-optimization');
}
