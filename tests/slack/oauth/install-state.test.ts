import { expect, test } from 'vitest';
import { createMemoryUsedLinks } from '../../../src/adapters/storage/memory-used-links.ts';
import { createInstallState, InstallLinkError } from '../../../src/slack/oauth/install-state.ts';

const OPTIONS = { scopes: ['commands'] };
const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 2, 2, 9, minute, second));
const usedLinks = createMemoryUsedLinks({ now: () => at(0) });
const process = () => createInstallState('a secret that all share', usedLinks, OPTIONS);

test('what one process has made another one takes, once', async () => {
  const state = await process().generateStateParam(OPTIONS, at(0));
  expect(await process().verifyStateParam(at(1), state)).toEqual(OPTIONS);
  await expect(process().verifyStateParam(at(1), state)).rejects.toThrow(InstallLinkError);
});

test('it holds for ten minutes', async () => {
  const state = await process().generateStateParam(OPTIONS, at(0));
  await expect(process().verifyStateParam(at(10, 1), state)).rejects.toThrow('too old');
  expect(await process().verifyStateParam(at(10), state)).toEqual(OPTIONS);
});

test('two are never the same, and nobody makes one without the secret', async () => {
  const [one = '', two] = await Promise.all([
    process().generateStateParam(OPTIONS, at(0)),
    process().generateStateParam(OPTIONS, at(0)),
  ]);
  expect(one).not.toBe(two);
  const [random, expires, signed] = one.split('.');
  const others = createInstallState('another secret', usedLinks, OPTIONS);
  const forged = [
    `${random}.${Number(expires) + 1}.${signed}`,
    `A${random?.slice(1)}.${expires}.${signed}`,
    `${random}.${expires}.`,
    `${random}.${expires}`,
    '',
    '..',
    await others.generateStateParam(OPTIONS, at(0)),
  ];
  for (const state of forged) {
    await expect(process().verifyStateParam(at(1), state)).rejects.toThrow('not signed');
  }
});
