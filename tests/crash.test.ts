import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { crashLoop } from '../scripts/crash/crash-loop.ts';

// A few rounds of `scripts/crash/run.ts`.

const KILLS = 5;
/** Jobs that one process runs at once on SQLite (`open-store.ts`), each with at most one call in flight. */
const LANES = 32;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('every review that was acknowledged is answered, however often the bot is killed', {
  timeout: 180_000,
}, async () => {
  const { acknowledged, lost, repeated } = await crashLoop({ mode: 'http', dataDir, kills: KILLS });
  expect(acknowledged).toBeGreaterThan(KILLS);
  expect(lost).toEqual([]);
  expect(repeated).toBeLessThanOrEqual(KILLS * LANES);
});

test.each([
  ['Slack knows it by its client_msg_id', { honour: true }],
  ['a history scope lets the bot look first', { history: true }],
])('and no message stands twice where %s', { timeout: 180_000 }, async (_, slack) => {
  const { lost, repeated } = await crashLoop({ mode: 'http', dataDir, kills: 3, ...slack });
  expect([lost, repeated]).toEqual([[], 0]);
});
