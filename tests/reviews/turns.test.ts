import { expect, test } from 'vitest';
import { createTurns } from '../../src/reviews/turns.ts';

test('what a timer or the network has brought comes before the next of many steps', async () => {
  const { turn } = createTurns();
  const seen: string[] = [];
  const steps = [1, 2, 3].map(async (step) => {
    await turn('first');
    seen.push(`step ${step}`);
    // Stands for what the network brings while a step runs.
    setImmediate(() => seen.push(`acknowledged ${step}`));
  });
  await Promise.all(steps);
  expect(seen.slice(0, 4)).toEqual(['step 1', 'acknowledged 1', 'step 2', 'acknowledged 2']);
});

test('a job that has begun goes before those that have not', async () => {
  const { turn } = createTurns();
  const seen: string[] = [];
  const step = async (name: string, kind: 'first' | 'further') => {
    await turn(kind);
    seen.push(name);
  };
  await Promise.all([step('begins', 'first'), step('begins too', 'first'), step('goes on', 'further')]);
  expect(seen).toEqual(['goes on', 'begins', 'begins too']);
});

test('steps wait for what is to be acknowledged', async () => {
  const { turn, before } = createTurns();
  const seen: string[] = [];
  const stored = before(async () => {
    for (let look = 0; look < 3; look += 1) await new Promise((resolve) => setImmediate(resolve));
    seen.push('stored');
  });
  await Promise.all([stored, turn('first').then(() => seen.push('step'))]);
  expect(seen).toEqual(['stored', 'step']);
});

test('but not for ever', async () => {
  const { turn, before } = createTurns();
  void before(() => new Promise(() => undefined));
  await turn('first');
  await turn('further');
});
