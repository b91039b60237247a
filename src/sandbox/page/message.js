// One message with its menu. What the bot sent comes as HTML that the server made of its blocks.

const SHORTCUTS = [
  ['check_apology', 'Check this apology'],
  ['check_apology_private', 'Check it just for me'],
];

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const initials = (name) =>
  name
    .split(' ')
    .map((word) => word[0])
    .join('');

export function messageElement(message, { onThread, onShortcut, onPress }) {
  const { ts, author, isBot, isPrivate, replies, isRoot } = message;
  const time = new Date(Number(ts) * 1000);
  const words = element('div', { className: 'body', innerHTML: message.html });
  words.querySelectorAll('details').forEach((item, index) => {
    item.dataset.key = `${ts}-${index}`;
    item.querySelector('summary').dataset.key = `${ts}-${index}`;
  });
  if (onPress) listen(words, (click) => onPress({ ts }, click));
  const article = element(
    'article',
    { className: isPrivate ? 'private' : '' },
    element(
      'span',
      { className: `avatar ${isBot ? 'bot' : author[0].toLowerCase()}`, ariaHidden: 'true' },
      initials(author),
    ),
    element(
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
    ),
  );
  article.dataset.ts = ts;
  const content = article.lastElementChild;
  if (isRoot && replies.length > 0) content.append(element('p', { className: 'divider' }, count(replies)));
  if (isPrivate) return article;
  if (onThread && replies.length > 0) content.append(threadButton(ts, replies, onThread));
  article.append(menu(ts, onThread, onShortcut));
  return article;
}

const ACTIONS = '.slack_blocks_to_jsx__actions, .slack_blocks_to_jsx__context_actions';

/** The buttons of the blocks. Their ids are Slack's and would stand on the page many times. */
export function listen(words, onPress) {
  for (const block of words.querySelectorAll(ACTIONS)) {
    for (const button of block.querySelectorAll('button')) {
      const pair = button.closest('.slack_blocks_to_jsx__feedback_buttons_element');
      const index = pair ? [...pair.querySelectorAll('button')].indexOf(button) : 0;
      const click = { blockId: block.id, actionId: (pair ?? button).id, index };
      button.addEventListener('click', () => onPress(click));
    }
  }
  for (const named of words.querySelectorAll('[id]')) named.removeAttribute('id');
}

const count = (replies) => (replies.length === 1 ? '1 reply' : `${replies.length} replies`);

function threadButton(ts, replies, onThread) {
  const button = element('button', { type: 'button', className: 'replies' }, count(replies));
  button.dataset.key = `thread-${ts}`;
  button.addEventListener('click', () => onThread(ts));
  return button;
}

function menu(ts, onThread, onShortcut) {
  const items = SHORTCUTS.map(([id, words]) => [words, () => onShortcut(id, ts)]);
  if (onThread) items.push(['Reply in thread', () => onThread(ts)]);
  const list = element('div', {
    className: 'menu',
    popover: 'auto',
    id: `menu-${ts}-${onThread ? 'channel' : 'thread'}`,
  });
  for (const [words, act] of items) {
    const button = element('button', { type: 'button' }, words);
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
  opener.dataset.key = `more-${list.id}`;
  opener.popoverTargetElement = list;
  list.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'open') return;
    const { bottom, right } = opener.getBoundingClientRect();
    list.style.top = `${Math.min(bottom + 4, innerHeight - list.offsetHeight - 8)}px`;
    list.style.left = `${right - list.offsetWidth}px`;
    list.querySelector('button').focus();
  });
  return element('div', { className: 'actions' }, opener, list);
}
