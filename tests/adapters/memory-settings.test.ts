import { describe } from 'vitest';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { settingsContract } from './settings-contract.ts';

describe('settings in memory', () =>
  settingsContract(async ({ clock }) => ({
    settings: createMemorySettings(clock),
    close: async () => undefined,
  })));
