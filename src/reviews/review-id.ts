import { createHash } from 'node:crypto';
import type { Workspace } from './ports.ts';

/**
 * The id of a review: the same for every delivery of one request, so that Slack's repeats and a person's
 * second click are one review. `trigger` is whatever Slack keeps the same when it repeats itself.
 */
export const reviewId = ({ teamId, enterpriseId }: Partial<Workspace>, trigger: string): string =>
  derivedUuid(teamId ?? enterpriseId ?? '', trigger);

/** A UUID (version 8: our own recipe) that always comes out the same for the same parts. */
export function derivedUuid(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 0b0011) | 0b1000).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
