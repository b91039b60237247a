import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { copyFiles } from '../scripts/crash/copy-data.ts';
import { powerCuts } from '../scripts/crash/power-cuts.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('the data as they stand in the file at any moment hold every review that was acknowledged before', {
  timeout: 120_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'power-'));
  folders.push(dataDir);
  const copy = async (): Promise<string> => {
    const copied = await copyFiles(dataDir);
    folders.push(copied);
    return copied;
  };
  const { lost, workedOff } = await powerCuts({ dataDir, cuts: 5, copy });
  expect(lost).toEqual([]);
  expect(workedOff).toBeGreaterThan(0);
});
