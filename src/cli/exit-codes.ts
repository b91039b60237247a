import type { Band } from '../evaluator/review.ts';

/** What the exit code tells a script; part of the command's contract. */
export const exitCodes = { fine: 0, needsWork: 1, badInput: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const BY_BAND: Readonly<Record<Band, ExitCode>> = {
  hold: exitCodes.needsWork,
  'needs-work': exitCodes.needsWork,
  good: exitCodes.fine,
  ready: exitCodes.fine,
};

export const exitCodeOf = (band: Band): ExitCode => BY_BAND[band];

/** Of several drafts the worst decides. */
export const worse = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b);
