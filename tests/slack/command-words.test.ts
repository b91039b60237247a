import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/slack/commands/command-words.ts';
import { helpMessage } from '../../src/slack/views/help-message.ts';

describe('a word that is no sub-command', () => {
  test.each([
    ['setings', 'settings'],
    ['Setting', 'settings'],
    ['hlep', 'help'],
    ['hepl?', 'help'],
    ['privte', 'private'],
    ['forget', 'forget me'],
    ['forgetme', 'forget me'],
    ['Forgot me', 'forget me'],
    ['froget me', 'forget me'],
    ['forget my', 'forget me'],
    ['forget me?', 'forget me'],
  ])('%s is taken for %s, and nothing is done yet', (typed, meant) => {
    expect(readCommand(typed)).toEqual({ kind: 'help', unknown: typed, meant });
    expect(helpMessage(typed, meant).text).toContain(`Did you mean /apology-check ${meant}?`);
  });

  test.each(['hello', 'ok'])('%s is not taken for anything', (typed) => {
    expect(readCommand(typed)).toEqual({ kind: 'help', unknown: typed });
  });
});

describe('a mistyped "private" before a draft', () => {
  test.each(['privte', 'Pirvate', 'privat:', 'prviate'])('%s keeps the draft out of the channel', (word) => {
    expect(readCommand(`${word} We are sorry about the lamp.`)).toEqual({
      kind: 'draft',
      draft: 'We are sorry about the lamp.',
      visibility: 'private',
    });
  });

  test.each(['Privacy matters to us.', 'Privately, I am sorry.', 'Please forgive us.'])(
    'is not seen in "%s"',
    (text) => {
      expect(readCommand(text)).toEqual({ kind: 'draft', draft: text, visibility: 'thread' });
    },
  );
});

test('"settings" alone is the settings, with more words it is a draft', () => {
  expect(readCommand(' Settings ')).toEqual({ kind: 'settings' });
  expect(readCommand('settings went missing, sorry')).toMatchObject({ kind: 'draft' });
});

test('"forget me" is what it says, and a draft that speaks of it is a draft', () => {
  for (const text of ['forget me', ' Forget  me. ']) expect(readCommand(text)).toEqual({ kind: 'forget' });
  for (const draft of [
    'Forgive me.',
    'Forget me not',
    'Please forget me',
    'forget me, we were wrong',
    'Sorry mate',
  ])
    expect(readCommand(draft)).toMatchObject({ kind: 'draft', draft });
});

test('the help names every way and fits one screen', () => {
  const { text, blocks } = helpMessage();
  for (const part of ['private', 'Mention me', 'just for me', 'settings', 'digest', 'forget me', 'Home tab'])
    expect(text).toContain(part);
  expect(text.split('\n').length).toBeLessThanOrEqual(12);
  expect(blocks).toHaveLength(1);
});
