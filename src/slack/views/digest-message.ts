import type { Rule } from '../../evaluator/rule.ts';
import type { DigestFigures } from '../../reviews/digests/figures.ts';
import type { Message } from './message.ts';
import { paragraph, plain, richText } from './rich-text.ts';
import { spokenText } from './spoken-text.ts';

/** Stands in until the view is built. */
export function digestMessage(
  figures: DigestFigures,
  _options: {
    readonly zone: string;
    readonly kind: 'scheduled' | 'asked' | 'preview';
    readonly first: boolean;
    readonly merged: boolean;
    readonly lateSince: string | undefined;
    readonly turnedOnBy: string | undefined;
    readonly frequency: 'weekly' | 'fortnightly' | 'monthly' | undefined;
    readonly rules: readonly Rule[];
  },
): Message {
  const block = richText(paragraph(plain(`${figures.drafts} drafts`)));
  return { text: spokenText([block]), blocks: [block] };
}
