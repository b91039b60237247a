import { OBEYED } from './printable.ts';

/** JSON with nothing in it that could steer a terminal; the value it stands for is the same. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent).replace(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
