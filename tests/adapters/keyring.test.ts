import { expect, test } from 'vitest';
import { createKeyring } from '../../src/adapters/storage/keyring.ts';

test('a key of another length is refused, with no word of the key', () => {
  for (const length of [0, 16, 31, 33]) {
    expect(() => createKeyring([new Uint8Array(length)])).toThrow(RangeError);
  }
});

test('what is sealed opens for its owner, whatever it says', () => {
  const keyring = createKeyring([new Uint8Array(32).fill(3)]);
  for (const text of ['', 'xoxb-1', '🙂'.repeat(5000)]) {
    expect(keyring.open(keyring.seal(text, 'T1'), 'T1')).toBe(text);
    expect(() => keyring.open(keyring.seal(text, 'T1'), 'T2')).toThrow('another workspace');
  }
});
