import { FEATURE_KINDS, type FeatureKind } from './features.ts';

/** One of the two halves of a fingerprint, by the odd number that mixes it. */
export type Half = typeof LOW | typeof HIGH;
export const LOW = 0xcc9e2d51;
export const HIGH = 0x85ebca6b;

/**
 * 32 of the 64 bits that stand for the name of a feature: its words, each hashed by itself and then joined, so
 * that reading a draft hashes every word once. Both halves together are the fingerprint.
 */
export function fingerprintOf(name: string, half: Half): number {
  if (FEATURE_KINDS.some((kind) => name.startsWith(kind))) return hashOf(name, half);
  return name
    .split(' ')
    .map((word) => hashOf(word, half))
    .reduce((chain, word) => joined(chain, word, half));
}

/** Hashes UTF-16 units. `state` is where the beginning of the text was left by `begun`. */
export function hashOf(text: string, half: Half, state: number = half): number {
  let hash = begun(text, half, state);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The state after a beginning that other texts go on from. One product a unit: this loop runs before it is compiled. */
export function begun(text: string, half: Half, state: number = half): number {
  let hash = state;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), half);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** The hash of a chain with one word more. */
export function joined(chain: number, word: number, half: Half): number {
  const hash = (Math.imul(chain, half) + word) | 0;
  return Math.imul(hash ^ (hash >>> 15), half);
}

/** Where each kind's names begin, in both halves. */
export const KIND_BEGUN = Object.fromEntries(
  FEATURE_KINDS.map((kind) => [kind, { low: begun(kind, LOW), high: begun(kind, HIGH) }]),
) as Readonly<Record<FeatureKind, { readonly low: number; readonly high: number }>>;
