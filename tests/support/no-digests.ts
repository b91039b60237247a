import type { DigestParts } from '../../src/slack/commands/digest-parts.ts';

const unexpected = async (): Promise<never> => {
  throw new Error('this test asks for no digest');
};

/** For an app that nobody asks for a digest. */
export const noDigests: DigestParts = {
  store: { schedule: unexpected, turnOff: unexpected, latest: unexpected },
  turnOn: unexpected,
  gather: unexpected,
  clock: { now: () => new Date(0) },
};
