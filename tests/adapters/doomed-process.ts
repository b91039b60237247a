/** A process that a test kills. `accept`: acknowledges requests without end. `work`: never ends its job. */
import { z } from 'zod';
import { openStore } from '../../src/adapters/open-store.ts';
import { exampleRequest, HASH_KEY } from './example-request.ts';

const address = z
  .object({ databaseUrl: z.string().optional(), dataDir: z.string() })
  .parse(JSON.parse(process.argv[3] ?? ''));

const { store, jobs } = await openStore({
  databaseUrl: address.databaseUrl,
  dataDir: address.dataDir,
  hashKey: HASH_KEY,
  onError: (error) => console.error(error),
});

if (process.argv[2] === 'work') {
  await store.accept(exampleRequest());
  await jobs.start(
    async (_, attempt) => {
      process.stdout.write(`running ${attempt}\n`);
      await new Promise(() => undefined);
    },
    async () => undefined,
  );
} else {
  for (let count = 0; ; count += 1) {
    await store.accept(exampleRequest({ id: `doomed-${count}` }));
    process.stdout.write(`doomed-${count}\n`);
  }
}
