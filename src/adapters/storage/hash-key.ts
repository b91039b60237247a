import { hkdfSync } from 'node:crypto';

/** The key of the store's keyed hashes, drawn from a secret that the bot has anyway. */
export const hashKeyFrom = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'keyed hashes of the store', 32));
