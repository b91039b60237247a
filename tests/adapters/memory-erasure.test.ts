import { describe } from 'vitest';
import { createMemoryDigests } from '../../src/adapters/storage/memory-digests.ts';
import { createMemoryErasure } from '../../src/adapters/storage/memory-erasure.ts';
import { createMemoryInstallations } from '../../src/adapters/storage/memory-installations.ts';
import { createMemoryModelSwitches } from '../../src/adapters/storage/memory-model-switches.ts';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { erasureContract } from './erasure-contract.ts';

describe('erasure in memory', () =>
  erasureContract(async () => {
    const parts = {
      store: createMemoryStore(),
      settings: createMemorySettings(),
      modelSwitches: createMemoryModelSwitches(),
      digests: createMemoryDigests(),
      installations: createMemoryInstallations(),
    };
    return { ...parts, erasure: createMemoryErasure(parts), close: async () => undefined };
  }));
