import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CannotReadSecretError } from '../../src/adapters/storage/errors.ts';
import { createInstallationStore } from '../../src/adapters/storage/installation-store.ts';
import { createKeyring } from '../../src/adapters/storage/keyring.ts';
import type { Tables } from '../../src/adapters/storage/schema.ts';
import { KEYS } from './example-request.ts';
import { EXAMPLE } from './installations-contract.ts';

interface Parts {
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/** How installations lie in the database, and who can read them. */
export function installationRowsContract(open: () => Promise<Parts>): void {
  const [NEW, OLD] = KEYS;
  let parts: Parts;
  const clock = { now: () => new Date('2026-03-02T09:00:00Z') };
  const storeWith = (...keys: Uint8Array[]) =>
    createInstallationStore({ db: parts.db, keyring: createKeyring(keys), clock });
  const rows = () => parts.db.selectFrom('installations').selectAll().orderBy('workspace').execute();
  const other = { ...EXAMPLE, teamId: 'T0002' };

  beforeEach(async () => {
    parts = await open();
  });
  afterEach(() => parts.close());

  test('no token can be read, and the same one never looks the same', async () => {
    const store = storeWith(NEW);
    await store.save(EXAMPLE);
    const [first] = await rows();
    await store.save(EXAMPLE);
    const [second] = await rows();
    for (const row of [first, second]) {
      const text = JSON.stringify(row);
      expect(text).not.toMatch(/canary|xox|B0001|U0BOT/);
      expect(Buffer.from(row?.sealed ?? '', 'base64url').toString('latin1')).not.toMatch(/canary|xox/);
    }
    expect(first?.sealed).not.toBe(second?.sealed);
    expect(first?.workspace).toBe('T0001');
  });

  test('a row that is put into the place of another workspace cannot be opened there', async () => {
    const store = storeWith(NEW);
    await store.save(EXAMPLE);
    await store.save(other);
    const [{ sealed } = { sealed: '' }] = await rows();
    await parts.db.updateTable('installations').set({ sealed }).where('workspace', '=', 'T0002').execute();
    await expect(store.find(other)).rejects.toThrow(CannotReadSecretError);
    expect(await store.find(EXAMPLE)).toMatchObject(EXAMPLE);
  });

  test('a row that was changed, or cut off, cannot be opened', async () => {
    const store = storeWith(NEW);
    await store.save(EXAMPLE);
    const [{ sealed } = { sealed: '' }] = await rows();
    const at = Math.floor(sealed.length / 2);
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    for (const bad of [changed, sealed.slice(0, -4), '']) {
      await parts.db.updateTable('installations').set({ sealed: bad }).execute();
      await expect(store.find(EXAMPLE)).rejects.toThrow(CannotReadSecretError);
    }
  });

  test('another key says what to do, and changes nothing', async () => {
    await storeWith(OLD).save(EXAMPLE);
    const before = await rows();
    for (const act of [
      () => storeWith(NEW).find(EXAMPLE),
      () => storeWith(NEW).reseal(),
      () => storeWith().find(EXAMPLE),
    ]) {
      const refusal = await act().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(CannotReadSecretError);
      expect(refusal).toMatchObject({ userMessage: expect.stringContaining('ENCRYPTION_KEY_PREVIOUS') });
    }
    await expect(storeWith().save(EXAMPLE)).rejects.toThrow(CannotReadSecretError);
    expect(await rows()).toEqual(before);
  });

  test('with the new key first and the old one behind it all can be read, and is written with the new one', async () => {
    await storeWith(OLD).save(EXAMPLE);
    await storeWith(OLD).save(other);
    const both = storeWith(NEW, OLD);
    expect(await both.find(EXAMPLE)).toMatchObject(EXAMPLE);
    await both.save(EXAMPLE);
    expect(await storeWith(NEW).find(EXAMPLE)).toMatchObject(EXAMPLE);
    await expect(storeWith(NEW).find(other)).rejects.toThrow(CannotReadSecretError);

    expect(await both.reseal()).toBe(1);
    expect(await storeWith(NEW).find(other)).toMatchObject(other);
    expect(await storeWith(NEW).reseal()).toBe(0);
    await expect(storeWith(OLD).find(other)).rejects.toThrow(CannotReadSecretError);
    // Whoever was given the new key beforehand, behind the old one, goes on reading.
    expect(await storeWith(OLD, NEW).find(other)).toMatchObject(other);
  });

  test('while one process encrypts anew, what another one has found can still be renewed', async () => {
    await storeWith(OLD).save(EXAMPLE);
    const both = storeWith(NEW, OLD);
    const found = await both.find(EXAMPLE);
    await both.reseal();
    if (!found) throw new Error('it was just saved');
    expect(await both.renew(found, { ...EXAMPLE.bot, token: 'next' })).toBe('renewed');
    expect(await storeWith(NEW).find(EXAMPLE)).toMatchObject({ bot: { token: 'next' } });
  });
}
