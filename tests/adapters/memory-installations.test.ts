import { describe } from 'vitest';
import { createMemoryInstallations } from '../../src/adapters/storage/memory-installations.ts';
import { installationsContract } from './installations-contract.ts';

describe('installations in memory', () =>
  installationsContract(async ({ clock }) => ({
    installations: createMemoryInstallations(clock),
    close: async () => undefined,
  })));
