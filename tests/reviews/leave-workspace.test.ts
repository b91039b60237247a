import { expect, test } from 'vitest';
import type { Erasure } from '../../src/reviews/erasure.ts';
import { createLeaveWorkspace } from '../../src/reviews/leave-workspace.ts';

const workspace = { teamId: 'T1', enterpriseId: undefined };
const at = new Date('2026-03-02T09:00:00Z');

function noting(departs: 'departed' | 'installed-since' = 'departed', failures = 0) {
  const done: string[] = [];
  const erasure: Pick<Erasure, 'depart' | 'sweep'> = {
    async depart() {
      done.push('depart');
      if (done.filter((step) => step === 'depart').length <= failures)
        throw new Error('the database is down');
      return departs;
    },
    sweep: async () => void done.push('sweep'),
  };
  const leaveWith = (access: boolean) =>
    createLeaveWorkspace({
      erasure,
      async hasAccess() {
        done.push('ask');
        return access;
      },
      wait: async () => void done.push('wait'),
    });
  return { done, leaveWith };
}

test('a removed app is not asked about: its access goes first, then the rest', async () => {
  const { done, leaveWith } = noting();
  expect(await leaveWith(true)({ workspace, at, removed: true })).toBe('left');
  expect(done).toEqual(['depart', 'sweep']);
});

test.each([
  [true, 'still-there', ['ask']],
  [false, 'left', ['ask', 'depart', 'sweep']],
] as const)(
  'after a token was revoked, with a token that works: %s, it is %s',
  async (access, outcome, steps) => {
    const { done, leaveWith } = noting();
    expect(await leaveWith(access)({ workspace, at, removed: false })).toBe(outcome);
    expect(done).toEqual(steps);
  },
);

test('what was installed since stays', async () => {
  const { done, leaveWith } = noting('installed-since');
  expect(await leaveWith(false)({ workspace, at, removed: true })).toBe('still-there');
  expect(done).toEqual(['depart']);
});

test('a store that does not answer is tried again for five minutes', async () => {
  const { done, leaveWith } = noting('departed', 2);
  expect(await leaveWith(false)({ workspace, at, removed: true })).toBe('left');
  expect(done).toEqual(['depart', 'wait', 'depart', 'wait', 'depart', 'sweep']);
  const down = noting('departed', 1000);
  await expect(down.leaveWith(false)({ workspace, at, removed: true })).rejects.toThrow(
    'the database is down',
  );
  expect(down.done.filter((step) => step === 'wait')).toHaveLength(19);
});
