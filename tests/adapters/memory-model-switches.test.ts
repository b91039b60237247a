import { describe } from 'vitest';
import { createMemoryModelSwitches } from '../../src/adapters/storage/memory-model-switches.ts';
import { modelSwitchesContract } from './model-switches-contract.ts';

describe('model switches in memory', () =>
  modelSwitchesContract(async ({ clock }) => ({
    modelSwitches: createMemoryModelSwitches(clock),
    close: async () => undefined,
  })));
