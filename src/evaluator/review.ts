// What a review holds. The schemas are apart, so that reading a draft loads no parser.
export type {
  Advisory,
  Blank,
  Change,
  Finding,
  OtherReader,
  Review,
  Rewrite,
  RuleWeights,
} from './review-schema.ts';

export const BANDS = ['hold', 'needs-work', 'good', 'ready'] as const;
export type Band = (typeof BANDS)[number];

export const ADVISORY_FLAGS = [
  'legal-review',
  'late',
  'unnoticed',
  'repeat',
  'unheard',
  'not-authorised',
  'privacy',
  'integrity',
  'order',
  'language',
] as const;

export const CHANGE_KINDS = ['replace', 'cut', 'move', 'insert', 'merge'] as const;
