// One message with its menu.
import { drawnBlocks, element } from './element.js';

const initials = (name) =>
  name
    .split(' ')
    .map((word) => word[0])
    .join('');

export function messageElement(message, { shortcuts, onThread, onShortcut, onPress }) {
  const { ts, author, isBot, isPrivate, replies, isRoot } = message;
  const time = new Date(Number(ts) * 1000);
  const words = drawnBlocks(message.html, (click) => onPress({ ts }, click));
  words.querySelectorAll('details').forEach((item, index) => {
    item.dataset.key = `${ts}-${index}`;
    item.querySelector('summary').dataset.key = `${ts}-${index}`;
  });
  const content = element(
    'div',
    { className: 'content' },
    ...(isPrivate ? [element('p', { className: 'only-you' }, 'Only visible to you')] : []),
    element(
      'p',
      { className: 'by' },
      element('b', {}, author),
      ...(isBot ? [element('span', { className: 'app' }, 'APP')] : []),
      element(
        'time',
        { dateTime: time.toISOString() },
        time.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' }),
      ),
    ),
    words,
  );
  const face = { className: `avatar ${isBot ? 'bot' : author[0].toLowerCase()}`, ariaHidden: 'true' };
  const article = element('article', {}, element('span', face, initials(author)), content);
  article.classList.toggle('private', isPrivate);
  article.dataset.ts = ts;
  if (isRoot && replies.length > 0) content.append(element('p', { className: 'divider' }, count(replies)));
  if (isPrivate) return article;
  if (onThread && replies.length > 0) content.append(threadButton(ts, replies, onThread));
  const items = shortcuts.map(({ name, callback_id: id }) => [name, () => onShortcut(id, ts)]);
  if (onThread) items.push(['Reply in thread', () => onThread(ts)]);
  article.append(menu(`menu-${ts}-${onThread ? 'channel' : 'thread'}`, items));
  return article;
}

const count = (replies) => (replies.length === 1 ? '1 reply' : `${replies.length} replies`);

function threadButton(ts, replies, onThread) {
  const button = element('button', { type: 'button', className: 'replies' }, count(replies));
  button.dataset.key = `thread-${ts}`;
  button.addEventListener('click', () => onThread(ts));
  return button;
}

function menu(id, items) {
  const list = element('div', { className: 'menu', popover: 'auto', id });
  for (const [index, [words, act]] of items.entries()) {
    const button = element('button', { type: 'button', autofocus: index === 0 }, words);
    button.addEventListener('click', () => {
      list.hidePopover();
      act();
    });
    list.append(button);
  }
  const opener = element(
    'button',
    { type: 'button', className: 'icon more', ariaLabel: 'More actions' },
    '⋮',
  );
  opener.dataset.key = `more-${id}`;
  opener.popoverTargetElement = list;
  list.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'open') return;
    const { bottom, right } = opener.getBoundingClientRect();
    list.style.top = `${Math.min(bottom + 4, innerHeight - list.offsetHeight - 8)}px`;
    list.style.left = `${right - list.offsetWidth}px`;
  });
  return element('div', { className: 'actions' }, opener, list);
}
