import { describe } from 'vitest';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { jobsContract } from './jobs-contract.ts';
import type { OpenOptions } from './place.ts';
import { storeContract } from './store-contract.ts';

describe('the store in memory', () => {
  const open = async ({ policy }: OpenOptions = {}) => {
    const store = createMemoryStore(
      policy ? { tries: policy.tries, backOffMs: () => policy.firstDelayMs } : {},
    );
    return { store, jobs: store, close: async () => undefined };
  };
  describe('store', () => storeContract(open));
  describe('jobs', () => jobsContract(open));
});
