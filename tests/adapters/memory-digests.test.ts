import { describe } from 'vitest';
import { createMemoryDigests } from '../../src/adapters/storage/memory-digests.ts';
import { digestsContract } from './digests-contract.ts';

describe('digests in memory', () =>
  digestsContract(async () => ({ digests: createMemoryDigests(), close: async () => undefined })));
