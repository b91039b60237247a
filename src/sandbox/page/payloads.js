// What goes to the bot and comes from it, for those who build on it.
import { $, element } from './element.js';

const WORDS = { bot: ['→', 'to the bot'], slack: ['←', 'from the bot'] };

/** Asks for what is new while the panel is open. */
export async function showPayloads() {
  if ($('#payloads').hidden) return;
  const { exchanges } = await (await fetch('/traffic')).json();
  const list = $('#payloads .list');
  const newest = Number(list.firstElementChild?.dataset.id ?? 0);
  list.prepend(
    ...exchanges
      .filter(({ id }) => id > newest)
      .map(exchangeElement)
      .reverse(),
  );
}

function exchangeElement({ id, at, to, what, status, sent, answered }) {
  const [arrow, words] = WORDS[to];
  const part = (title, body) => [
    element('h3', {}, title),
    element(
      'pre',
      { tabIndex: 0, ariaLabel: title, role: 'region' },
      typeof body === 'string' ? body || '(empty)' : JSON.stringify(body, null, 2),
    ),
  ];
  const made = element(
    'details',
    {},
    element(
      'summary',
      {},
      element('span', { title: words, ariaLabel: words, role: 'img' }, arrow),
      ` ${what} `,
      element('span', {}, `${status} · ${new Date(at).toLocaleTimeString()}`),
    ),
    ...part('Sent', sent),
    ...part('Answered', answered),
  );
  made.dataset.id = id;
  return made;
}
