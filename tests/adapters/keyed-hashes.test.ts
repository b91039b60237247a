import { expect, test } from 'vitest';
import { createKeyedHashes } from '../../src/adapters/storage/keyed-hashes.ts';
import { exampleRequest, HASH_KEY } from './example-request.ts';

const hashes = createKeyedHashes(HASH_KEY);
const request = exampleRequest();

test('a person is recognised in their organisation and nowhere else', () => {
  expect(hashes.person({ ...request, id: 'x' } as typeof request)).toBe(hashes.person(request));
  expect(hashes.person({ ...request, userId: 'U2' })).not.toBe(hashes.person(request));
  expect(hashes.person({ ...request, teamId: 'T2' })).not.toBe(hashes.person(request));
  const inOrganisation = { ...request, enterpriseId: 'E1' };
  expect(hashes.person({ ...inOrganisation, teamId: 'T2' })).toBe(hashes.person(inOrganisation));
});

test('with another key nothing matches', () => {
  const others = createKeyedHashes(new Uint8Array(32).fill(8));
  expect(others.person(request)).not.toBe(hashes.person(request));
  expect(others.draft(request)).not.toBe(hashes.draft(request));
});

test('the same text in two workspaces cannot be matched', () => {
  expect(hashes.draft({ ...request, teamId: 'T2' })).not.toBe(hashes.draft(request));
});

test('a short key is refused', () => {
  expect(() => createKeyedHashes(new Uint8Array(31))).toThrow(RangeError);
});
