import type { Context } from '../../src/evaluator/context.ts';
import { CHANNELS } from '../../src/evaluator/context.ts';

export interface SampleDraft {
  readonly id: string;
  readonly text: string;
  readonly context: Context;
}

/** Mulberry32: the same seed gives the same numbers, 0 to 1, on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FAULTY = [
  'We apologise for any inconvenience caused.',
  "I'm sorry if anyone was affected.",
  "I'm sorry you feel that way.",
  'However, our records show that the parcel was signed for.',
  'You should have read the terms before ordering.',
  'Our courier messed up.',
  'It was an unusually busy week and we were short-staffed.',
  'It was only a minor delay.',
  'This will never happen again, I promise.',
  'We take your feedback very seriously.',
  'Please do not hesitate to contact us.',
  'Thank you for your understanding.',
  'We are the highest rated shop in the region.',
  'Mistakes were made with your order.',
  'Sorry, sorry, sorry, I cannot apologise enough.',
  'Hello [NAME], this is about your order.',
  'lol, calm down.',
] as const;

const CONTEXTS: readonly Context[] = [
  {},
  {},
  { fault: 'ours' },
  { fault: 'shared' },
  { fault: 'customer' },
  { fault: 'unknown' },
  { fault: 'third-party' },
  { what_happened: 'we sent the blue lamp instead of the green one', fault: 'ours' },
  { what_happened: 'a double charge on order 88120' },
  { root_cause: 'we read the wrong ticket', follow_up_on: 'Friday' },
  { root_cause: 'unknown' },
  { promises: [{ what: 'a new lamp', by: 'Tuesday' }], owner: 'Dana' },
  { authority: ['full refund', 'a voucher for 10 euros'] },
  { customer_name: 'Marta', sender_name: 'Leo' },
  { noticed_by: 'us', severity: 'low' },
  { severity: 'high', sensitive: true },
];

/** Drafts made from others: sentences recombined, dropped or doubled, faults added, channel and context changed. */
export function variantsOf(drafts: readonly SampleDraft[], count: number, seed: number): SampleDraft[] {
  const random = randomFrom(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const pieces = (text: string) => text.split(/(?<=[.!?])(\s+)/);
  return Array.from({ length: count }, (_, i) => {
    const base = any(drafts);
    let parts = pieces(base.text);
    const way = Math.floor(random() * 5);
    if (way === 0 && parts.length > 3) parts.splice(2 * Math.floor((random() * parts.length) / 2), 2);
    if (way === 1)
      parts = [...parts, ' ', any(pieces(any(drafts).text).filter((piece) => piece.trim() !== ''))];
    if (way === 2 || way === 4)
      parts.splice(Math.min(parts.length, 2 * Math.floor(random() * 3)), 0, any(FAULTY), ' ');
    if (way === 3) parts = [...parts, ' ', any(FAULTY), ' ', any(FAULTY)];
    const text = parts.join('').trim() || base.text;
    const channel = random() < 0.7 ? base.context.channel : any(CHANNELS);
    return { id: `v${i}-${base.id}`, text, context: { ...any(CONTEXTS), ...(channel ? { channel } : {}) } };
  });
}
