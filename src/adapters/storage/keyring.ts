import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { CannotReadSecretError } from './errors.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A secret as it is stored, and which key it takes. */
export interface Sealed {
  readonly keyId: string;
  /** base64url: initialisation vector, tag, ciphertext. */
  readonly sealed: string;
}

/** Keys that encrypt what is stored. `owner` is bound to the secret: with another one it cannot be opened. */
export interface Keyring {
  /** Of the key that seals. Throws CannotReadSecretError when there is none. */
  currentId(): string;
  /** Of every key that opens. */
  readonly ids: readonly string[];
  /** Never twice the same for the same text. */
  seal(text: string, owner: string): Sealed;
  /** Throws CannotReadSecretError for a key that is not here, another owner, or a stored text that was changed. */
  open(stored: Sealed, owner: string): string;
}

/** AES-256-GCM. The first key seals, all of them open. Throws RangeError for a key that has not 32 bytes. */
export function createKeyring(keys: readonly Uint8Array[]): Keyring {
  const wrong = keys.find((key) => key.length !== KEY_BYTES);
  if (wrong) throw new RangeError(`a key has ${KEY_BYTES} bytes, this one has ${wrong.length}`);
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const ids = [...byId.keys()];

  function keyOf(id: string | undefined): Uint8Array {
    const key = byId.get(id ?? '');
    if (key === undefined) throw new CannotReadSecretError('no such key');
    return key;
  }

  return {
    ids,
    currentId() {
      keyOf(ids[0]);
      return ids[0] ?? '';
    },
    seal(text, owner) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, keyOf(ids[0]), iv).setAAD(Buffer.from(owner));
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return {
        keyId: ids[0] ?? '',
        sealed: Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString('base64url'),
      };
    },
    open({ keyId, sealed }, owner) {
      const key = keyOf(keyId);
      const bytes = Buffer.from(sealed, 'base64url');
      const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
      try {
        const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(owner))
          .setAuthTag(tag);
        const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new CannotReadSecretError('it was changed, or belongs to another workspace', cause);
      }
    },
  };
}

/** Tells keys apart, and nothing about them. */
const idOf = (key: Uint8Array): string =>
  createHmac('sha256', key).update('the id of this key').digest('hex').slice(0, 16);
