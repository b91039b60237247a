import type { InputBlock } from '@slack/types';
import { actions, blocks } from '../ids.ts';
import { textInput } from './inputs.ts';
import { LIMITS, splitText } from './limits.ts';

/** Inputs that a person may ask for; the longest draft needs no more: `splitText` fills each to four fifths at least. */
export const MOST_ROOMS = 5;
/** More white space than this between two parts says nothing more. */
const SEAM_MAX = 8;

/** A draft in parts that an input takes, and the white space between them, which an input may lose. */
export interface DraftParts {
  readonly parts: readonly string[];
  readonly seams: readonly string[];
}

/** Cuts a draft between words where it is longer than an input. `joinParts` gives it whole again. */
export function partsOf(draft: string): DraftParts {
  const parts: string[] = [];
  const seams: string[] = [];
  for (const piece of splitText(draft, LIMITS.modalInput)) {
    const part = piece.trim();
    if (part === '') continue;
    const before = parts.length === 0 ? '' : (seams.pop() ?? '') + piece.slice(0, piece.indexOf(part));
    if (parts.length > 0) seams.push(before.length > SEAM_MAX ? '\n\n' : before);
    parts.push(parts.length === 0 ? piece.trimEnd() : part);
    seams.push(piece.slice(piece.trimEnd().length));
  }
  return { parts: parts.length === 0 ? [''] : parts, seams: seams.slice(0, Math.max(0, parts.length - 1)) };
}

/** Parts as a person left them, as one text. A part that was added stands in a line of its own. */
export const joinParts = ({ parts, seams }: DraftParts): string =>
  parts.reduce((text, part, index) => {
    if (part.trim() === '') return text;
    if (text === '' || /\s$/.test(text) || /^\s/.test(part)) return text + part;
    return text + (seams[index - 1] ?? '\n') + part;
  }, '');

const ID = new RegExp(`^${blocks.draft}(?:_(\\d+))?(?:\\.r\\d+)?$`);

/** Which part of the draft a block holds, from 0; `undefined` for any other block. */
export function partNumber(blockId: string): number | undefined {
  const match = ID.exec(blockId);
  return match ? Number(match[1] ?? 1) - 1 : undefined;
}

const blockId = (index: number, round: number): string =>
  `${blocks.draft}${index === 0 ? '' : `_${index + 1}`}${round === 0 ? '' : `.r${round}`}`;

/** The draft, one input for each part. */
export const draftInputs = ({ parts }: DraftParts, round: number): InputBlock[] =>
  parts.map((part, index) =>
    textInput({
      blockId: blockId(index, round),
      actionId: actions.draft,
      label: index === 0 ? 'Your draft' : `Your draft, part ${index + 1}`,
      max: LIMITS.modalInput,
      value: part,
      optional: index > 0,
    }),
  );
