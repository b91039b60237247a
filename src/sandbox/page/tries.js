// The four main things, each one click away from being done.
import { $, element } from './element.js';

/** `write` puts words into the composer, `form` opens the form for a draft. */
export function showTries({ write, form, command, shortcut }) {
  const tries = [
    [
      'Check a draft',
      'The command is typed for you: press Enter, then open the thread.',
      () =>
        write(
          `${command} We are sorry if anyone was affected. Our courier messed up. A new lamp is on its way.`,
        ),
    ],
    ['Check what stands here', `In the menu of a message: “${shortcut}”.`, () => openLastMenu()],
    ['Edit until it is good', 'Write in the form and press “Check here first”, as often as you like.', form],
    [
      'See what drafts share',
      'The digest of the last 30 days. It counts, and quotes nobody.',
      () => write(`${command} digest 30d`),
    ],
  ];
  $('.tries').replaceChildren(
    ...tries.map(([words, hint, onclick]) =>
      element('button', { type: 'button', onclick }, element('b', {}, words), element('span', {}, hint)),
    ),
  );
}

function openLastMenu() {
  const openers = document.querySelectorAll('#channel article:not(:has(.app)) .more');
  const opener = openers[openers.length - 1];
  opener?.closest('article').scrollIntoView({ block: 'center' });
  opener?.click();
}
