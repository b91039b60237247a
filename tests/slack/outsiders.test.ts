import { expect, test } from 'vitest';
import { isWithOutsiders } from '../../src/slack/outsiders.ts';

const team = { id: 'T1' };

test.each<[string, object, boolean]>([
  ['an event of a shared channel', { is_ext_shared_channel: true }, true],
  ['a channel that says so itself', { team, channel: { id: 'C1', is_ext_shared: true } }, true],
  ['a message by somebody of another team', { team, message: { team: 'T2' } }, true],
  ['a person of another team', { team, user: { id: 'U1', team_id: 'T2' } }, true],
  [
    'another team of the same organisation',
    { team, enterprise: { id: 'E1' }, message: { team: 'T2' } },
    false,
  ],
  ['one team', { team, enterprise: null, user: { team_id: 'T1' }, message: { team: 'T1' } }, false],
  ['a payload that does not tell', { team, channel: 'C1' }, false],
  ['no payload', {}, false],
])('%s', (_, body, expected) => {
  expect(isWithOutsiders(body)).toBe(expected);
});
