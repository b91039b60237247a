import { describe } from 'vitest';
import { createMemoryUsedLinks } from '../../src/adapters/storage/memory-used-links.ts';
import { usedLinksContract } from './used-links-contract.ts';

describe('used links in memory', () =>
  usedLinksContract(async ({ clock }) => ({
    usedLinks: createMemoryUsedLinks(clock),
    close: async () => undefined,
  })));
