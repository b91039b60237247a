import { expect, test } from 'vitest';
import { openForReading } from '../../src/adapters/open-for-reading.ts';
import {
  DatabaseTooNewError,
  DatabaseTooOldError,
  NoDatabaseError,
} from '../../src/adapters/storage/errors.ts';
import { exampleRequest } from './example-request.ts';
import type { Place } from './place.ts';
import { RECORD } from './store-contract.ts';

const march = { from: '2026-03-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z' };

/** How a store is read beside the bot that works on it. */
export function readingContract(createPlace: () => Promise<Place>): void {
  test('what the bot stores is read while it runs, also what it stores later', async () => {
    const place = await createPlace();
    const { store, close } = await place.open();
    const reading = await openForReading(place.address);
    const channel = { teamId: 'T0001', enterpriseId: undefined, channelId: 'C0001' };
    for (const id of ['one', 'two']) {
      const request = exampleRequest({ id, draft: id });
      await store.accept(request);
      await store.finish(request, RECORD);
      const reviews = await reading.digestReviews.counted(channel, march);
      expect(reviews).toHaveLength(id === 'one' ? 1 : 2);
    }
    expect((await reading.settings.read(channel)).version).toBe(0);
    await reading.close();
    await close();
  });

  test('the workspaces are told that have reviews of a channel', async () => {
    const place = await createPlace();
    const { store, close } = await place.open();
    const inTeam = { teamId: 'T0002', enterpriseId: 'E0001' };
    const inOrganisation = { teamId: undefined, enterpriseId: 'E0001' };
    for (const [index, where] of [inTeam, inTeam, inOrganisation, {}].entries())
      await store.accept(exampleRequest({ id: `r${index}`, ...where }));
    await store.accept(exampleRequest({ id: 'other', teamId: 'T0003', channelId: 'C0002' }));
    const reading = await openForReading(place.address);
    expect(await reading.placesOf('C0001')).toEqual([
      { teamId: 'T0001', enterpriseId: undefined, channelId: 'C0001' },
      { teamId: 'T0002', enterpriseId: undefined, channelId: 'C0001' },
      { teamId: undefined, enterpriseId: 'E0001', channelId: 'C0001' },
    ]);
    expect(await reading.placesOf('C0009')).toEqual([]);
    await reading.close();
    await close();
  });

  test('where no bot has ever run there is nothing to read, and nothing is made', async () => {
    const place = await createPlace();
    await expect(openForReading(place.address)).rejects.toThrow(NoDatabaseError);
    await expect(openForReading(place.address)).rejects.toThrow(NoDatabaseError);
  });

  test.each([
    ['newer', "insert into kysely_migration values ('9999-later', '2030-01-01')", DatabaseTooNewError],
    ['older', "delete from kysely_migration where name = '0007-digests'", DatabaseTooOldError],
  ])('a store of a %s version is refused', async (_age, change, refusal) => {
    const place = await createPlace();
    await (await place.open()).close();
    await place.execute(change);
    await expect(openForReading(place.address)).rejects.toThrow(refusal);
    // And still is: nothing was migrated.
    await expect(openForReading(place.address)).rejects.toThrow(refusal);
  });
}
