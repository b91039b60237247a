import { describe } from 'vitest';
import { createMemoryErasure } from '../../src/adapters/storage/memory-erasure.ts';
import { createMemoryInstallations } from '../../src/adapters/storage/memory-installations.ts';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { erasureContract } from './erasure-contract.ts';

describe('erasure in memory', () =>
  erasureContract(async () => {
    const [store, settings, installations] = [
      createMemoryStore(),
      createMemorySettings(),
      createMemoryInstallations(),
    ];
    const erasure = createMemoryErasure({ store, settings, installations });
    return { store, settings, installations, erasure, close: async () => undefined };
  }));
