import type { Period } from '../../reviews/digests/figures.ts';
import type { Message } from './message.ts';
import { paragraph, plain, richText } from './rich-text.ts';
import { spokenText } from './spoken-text.ts';

interface TooLittle {
  readonly period: Period;
  readonly zone: string;
  readonly drafts: number;
  readonly people: number;
  readonly needed: { readonly drafts: number; readonly people: number };
}

/** Stands in until the view is built. */
export function digestTooLittle({ needed }: TooLittle): Message {
  const why = `I have too little to tell. A digest needs at least ${needed.drafts} drafts by ${needed.people} people.`;
  const block = richText(paragraph(plain(why)));
  return { text: spokenText([block]), blocks: [block] };
}
