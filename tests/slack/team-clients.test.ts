import { expect, test } from 'vitest';
import { createTeamClients } from '../../src/slack/team-clients.ts';

test('two workspaces never share a client or a token, and a new token makes a new client', async () => {
  const tokens = new Map([
    ['T1', 'xoxb-1'],
    ['T2', 'xoxb-2'],
  ]);
  const clientFor = createTeamClients({ tokenFor: async ({ teamId }) => tokens.get(teamId ?? '') ?? '' });
  const team = (teamId: string) => ({ teamId, enterpriseId: undefined });
  const first = await clientFor(team('T1'));
  expect(first.token).toBe('xoxb-1');
  expect((await clientFor(team('T2'))).token).toBe('xoxb-2');
  expect(await clientFor(team('T1'))).toBe(first);
  tokens.set('T1', 'xoxb-1-rotated');
  expect((await clientFor(team('T1'))).token).toBe('xoxb-1-rotated');
});

const workspace = (n: number) => ({ teamId: `T${n}`, enterpriseId: undefined });

test('clients of workspaces that nobody asked for in a while are not kept, those of the others are', async () => {
  const clientFor = createTeamClients({ tokenFor: async ({ teamId }) => `xoxb-${teamId}` });
  const often = await clientFor(workspace(0));
  const once = await clientFor(workspace(1));
  for (let n = 2; n < 200; n += 1) {
    await clientFor(workspace(n));
    expect(await clientFor(workspace(0))).toBe(often);
  }
  const anew = await clientFor(workspace(1));
  expect(anew).not.toBe(once);
  expect(anew.token).toBe('xoxb-T1');
});
