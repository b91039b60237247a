// The app's Home tab, over everything else. Its HTML is the server's.
import { element, listen } from './message.js';

let shown;

export function showHome({ home }, send, onPress, isDark) {
  const dialog = document.querySelector('#home');
  if (!home) {
    shown = undefined;
    dialog.close();
    return;
  }
  if (shown === home.html) return;
  shown = home.html;
  const words = element('div', { className: 'body', innerHTML: home.html });
  for (const root of words.querySelectorAll('[data-theme]')) root.dataset.theme = isDark ? 'dark' : 'light';
  listen(words, (click) => onPress({ home: true }, click));
  const close = element(
    'button',
    { type: 'button', className: 'quiet', onclick: () => dialog.close() },
    'Close',
  );
  dialog.replaceChildren(words, element('div', { className: 'tools' }, close));
  dialog.onclose = () => {
    if (shown) send('/home/close', {});
  };
  if (!dialog.open) dialog.showModal();
}
