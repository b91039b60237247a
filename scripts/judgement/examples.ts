import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { featuresOf } from '../../src/evaluator/classifier/features.ts';
import { type Piece, piecesOf, rowOfPieces } from '../../src/evaluator/classifier/pieces.ts';
import { CHANNELS } from '../../src/evaluator/context.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import type { LabelledDraft, LabelledParts } from './corpus.ts';

/** What a label says of one stretch or draft: yes, no, or nothing. */
export const YES = 1;
export const NO = 0;
export const UNKNOWN = -1;

/** A stretch with its features and one label per criterion. */
export interface Example {
  readonly features: readonly string[];
  readonly labels: Int8Array;
}

/** A draft with the examples it gives, and its labels as a whole. */
export interface TrainingDraft {
  readonly id: string;
  readonly text: string;
  readonly channel: string;
  readonly examples: readonly Example[];
  readonly labels: Int8Array;
}

/** Criteria that hold of a failure only where nobody owns it: their clauses say nothing where somebody does. */
const ONLY_UNOWNED = new Set(['passive-evasion', 'blames-others']);
export const NOT_AN_APOLOGY = 'not-an-apology';

/** Examples from a draft labelled sentence by sentence: each part as it was written. */
export function fromParts(draft: LabelledParts, criteria: readonly string[]): TrainingDraft {
  const { prose } = parseDraft(draft.text);
  const owned = draft.parts.some(({ yes }) => yes.has('takes-responsibility'));
  const pieces = rowOfPieces(draft.parts.map(({ start, end }) => prose.slice(start, end)));
  const examples = draft.parts.map((part, i) => ({
    features: featuresOf(pieces[i] as Piece, draft.channel),
    labels: Int8Array.from(criteria, (id) => {
      if (id === NOT_AN_APOLOGY) return UNKNOWN;
      if (part.yes.has(id)) return YES;
      return part.unsure.has(id) || (owned && ONLY_UNOWNED.has(id)) ? UNKNOWN : NO;
    }),
  }));
  const labels = Int8Array.from(criteria, (id) => {
    if (id === NOT_AN_APOLOGY) return draft.not ? YES : NO;
    if (draft.parts.some(({ yes }) => yes.has(id))) return YES;
    return draft.parts.some(({ unsure }) => unsure.has(id)) ? UNKNOWN : NO;
  });
  return { id: draft.id, text: draft.text, channel: draft.channel, examples, labels };
}

/** Examples from a draft labelled as a whole: the labelled evidence is a yes; other stretches are a no only where the draft has no yes. */
export function fromLabels(draft: LabelledDraft, criteria: readonly string[]): TrainingDraft {
  const parsed = parseDraft(draft.text);
  const plain = straight(draft.text);
  const label = (id: string): number => {
    if (id === NOT_AN_APOLOGY) return draft.not ? YES : NO;
    if (draft.na.has(id) || draft.unsure.has(id)) return UNKNOWN;
    return Object.hasOwn(draft.present, id) ? YES : NO;
  };
  const owned = Object.hasOwn(draft.present, 'takes-responsibility');
  const examples = piecesOf(parsed.clauses).map((stretch) => ({
    features: featuresOf(stretch, draft.channel),
    labels: Int8Array.from(criteria, (id) => {
      if (id === NOT_AN_APOLOGY) return UNKNOWN;
      const whole = label(id);
      if (whole === UNKNOWN) return UNKNOWN;
      if (whole === NO) return owned && ONLY_UNOWNED.has(id) ? UNKNOWN : NO;
      const evidence = straight(draft.present[id] ?? '');
      const at = plain.indexOf(evidence);
      const shared = Math.min(stretch.end, at + evidence.length) - Math.max(stretch.start, at);
      return at >= 0 && shared >= 0.5 * Math.min(stretch.end - stretch.start, evidence.length) && shared > 0
        ? YES
        : UNKNOWN;
    }),
  }));
  return {
    id: draft.id,
    text: draft.text,
    channel: draft.channel,
    examples,
    labels: Int8Array.from(criteria, label),
  };
}

const straight = (text: string): string => text.replace(/[’‘ʼ`´]/g, "'");

const fragmentSchema = z.object({
  criterion: z.string(),
  label: z.enum(['present', 'absent']),
  text: z.string(),
});

/** The rubric's fragments: each says something of one criterion only. */
export function fragments(path: string): { criterion: string; present: boolean; text: string }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => fragmentSchema.parse(JSON.parse(line)))
    .map(({ criterion, label, text }) => ({ criterion, present: label === 'present', text }));
}

export function fromFragment(
  { criterion, present, text }: { criterion: string; present: boolean; text: string },
  id: string,
  criteria: readonly string[],
): TrainingDraft {
  const labels = Int8Array.from(criteria, (other) => (other === criterion ? (present ? YES : NO) : UNKNOWN));
  const parsed = parseDraft(text);
  const channel = CHANNELS[0];
  const whole = rowOfPieces([parsed.prose]).map((piece) => featuresOf(piece, channel));
  const each = piecesOf(parsed.clauses).map((piece) => featuresOf(piece, channel));
  // Of a fragment that is present we do not know which clause shows it; of an absent one, none does.
  const examples = [...whole, ...(present ? [] : each)].map((features) => ({ features, labels }));
  return { id, text, channel, examples, labels };
}
