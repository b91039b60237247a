import { createHmac } from 'node:crypto';
import type { ReviewRequest } from '../../reviews/ports.ts';

/** As many bytes as SHA-256 gives; a shorter key would be the weakest part. */
export const MIN_KEY_BYTES = 32;

export interface KeyedHashes {
  /** The same person in the same organisation gives the same hash; without the key nobody can tell who. */
  person(request: Pick<ReviewRequest, 'teamId' | 'enterpriseId' | 'userId'>): string;
  /** The same text in the same workspace gives the same hash; spacing does not count. */
  draft(request: Pick<ReviewRequest, 'teamId' | 'enterpriseId' | 'draft'>): string;
}

/** HMAC-SHA-256, hexadecimal. Throws RangeError for a key that is too short. */
export function createKeyedHashes(key: Uint8Array): KeyedHashes {
  if (key.length < MIN_KEY_BYTES) {
    throw new RangeError(`a key for hashes needs ${MIN_KEY_BYTES} bytes, this one has ${key.length}`);
  }
  const hash = (...parts: readonly (string | null)[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
  return {
    // Slack's user ids hold across the workspaces of an organisation.
    person: ({ teamId, enterpriseId, userId }) => hash('person', enterpriseId ?? teamId ?? null, userId),
    draft: ({ teamId, enterpriseId, draft }) =>
      hash('draft', teamId ?? enterpriseId ?? null, draft.normalize('NFC').replace(/\s+/g, ' ').trim()),
  };
}
