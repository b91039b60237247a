// The channel, the thread beside it and the app's Home. All state is the server's: the page asks again
// whenever it hears that something changed.
import { listenToComposer } from './composer.js';
import { $, drawnBlocks } from './element.js';
import { showForm } from './form.js';
import { messageElement } from './message.js';
import { showPayloads } from './payloads.js';
import { ask } from './question.js';
import { showTries } from './tries.js';

let as = sessionStorage.getItem('as') ?? '';
let openThread;
let state;

async function send(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, ...body }),
  });
  const answer = await response.json();
  tell(answer.error);
  return answer;
}

function tell(trouble) {
  $('#trouble').hidden = !trouble;
  $('#trouble').textContent = trouble ?? '';
}

/** `on` is what the button stands on. */
async function press(on, click, confirmed = false) {
  const { question } = await send('/presses', { on, ...click, confirmed });
  if (question && (await ask(question))) await press(on, click, true);
}

/** Draws anew only what changed, so that nobody loses their place or hears everything again. */
function fill(list, messages, options) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const old = new Map([...list.children].map((node) => [node.dataset.ts, node]));
  messages.forEach((message, index) => {
    const drawing = JSON.stringify(message);
    let node = old.get(message.ts);
    if (node?.drawing !== drawing) {
      const made = Object.assign(messageElement(message, options), { drawing });
      if (node) replace(node, made);
      node = made;
    }
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
  while (list.children.length > messages.length) list.lastChild.remove();
  if (atEnd) list.scrollTop = list.scrollHeight;
}

/** What is unfolded, and where the person was, stay as they were. */
function replace(node, made) {
  const keyed = (key) => made.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const focused = node.contains(document.activeElement) && document.activeElement.dataset.key;
  for (const { dataset } of node.querySelectorAll('details[open]')) {
    const same = made.querySelector(`details[data-key="${CSS.escape(dataset.key)}"]`);
    if (same) same.open = true;
  }
  node.replaceWith(made);
  if (focused) keyed(focused)?.focus();
}

function draw() {
  const shortcuts = state.app.shortcuts.filter(({ type }) => type === 'message');
  const onShortcut = (callbackId, ts) => send('/shortcuts', { callbackId, ts });
  const options = { shortcuts, onShortcut, onPress: press };
  fill($('#channel .messages'), state.messages, { ...options, onThread });
  const root = state.messages.find(({ ts }) => ts === openThread);
  $('#thread').hidden = !root;
  if (root) fill($('#thread .messages'), [{ ...root, isRoot: true }, ...root.replies], options);
  showForm(state, send, press);
  showHome(state);
}

let shownHome;
function showHome({ home }) {
  if (!home || shownHome === home.html) return;
  shownHome = home.html;
  $('#home').replaceChildren(drawnBlocks(home.html, (click) => press({ home: true }, click)));
}

/** Shows the channel or the app's Home. */
function go(place) {
  const isHome = place === 'home';
  $('#home').hidden = !isHome;
  $('#channel').hidden = isHome;
  $('h1').textContent = isHome ? 'Apology review' : '# support';
  $('main header p').textContent = isHome ? 'Home' : 'What our customers write to us, and what we answer';
  $('#go-home').ariaCurrent = isHome ? 'page' : null;
  $('#go-channel').ariaCurrent = isHome ? null : 'page';
  openSide(false);
  if (isHome) send('/home', {});
}

function openSide(isOpen) {
  $('#side').classList.toggle('open', isOpen);
  $('#open-side').ariaExpanded = String(isOpen);
}

function onThread(ts) {
  openThread = ts;
  openPayloads(false);
  $('#thread .messages').replaceChildren();
  draw();
  $('#thread .messages').scrollTop = 0;
  $('#thread textarea').focus();
}

function closeThread() {
  const key = `thread-${openThread}`;
  openThread = undefined;
  draw();
  $(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function openPayloads(isOpen) {
  $('#payloads').hidden = !isOpen;
  openSide(false);
  showPayloads();
}

let asked = 0;
async function look() {
  const mine = ++asked;
  const response = await fetch(`/state?as=${encodeURIComponent(as)}`);
  if (!response.ok && as) {
    // The person of an earlier sandbox.
    as = '';
    return look();
  }
  const seen = await response.json();
  if (mine !== asked) return;
  const isFirst = !state;
  state = seen;
  as = state.me.id;
  sessionStorage.setItem('as', as);
  if (isFirst) begin();
  draw();
  showPayloads();
}

/** Once it is known who is here and what the app can do. */
function begin() {
  const { people, app } = state;
  $('#as').append(...people.map(({ id, realName }) => new Option(realName, id, false, id === as)));
  const [command] = app.slash_commands;
  const global = app.shortcuts.find(({ type }) => type === 'global');
  const form = () => send('/shortcuts', { callbackId: global.callback_id });
  $('#global').textContent = global.name;
  $('#global').addEventListener('click', form);
  for (const composer of document.querySelectorAll('form.composer')) {
    const isThread = composer.dataset.where === 'thread';
    const onSend = (text) => send('/messages', { text, ...(isThread ? { threadTs: openThread } : {}) });
    listenToComposer(composer, { command, onSend });
  }
  const field = $('#channel textarea');
  const write = (text) => {
    field.value = text;
    field.focus();
  };
  $('#try').open = innerWidth > 900;
  const shortcut = app.shortcuts.find(({ type }) => type === 'message').name;
  showTries({ write, form, command: command.command, shortcut });
}

// Whoever reads the newest message goes on reading it while the composer grows or a pane opens beside it.
const channelList = $('#channel .messages');
let isAtEnd = true;
channelList.addEventListener('scroll', () => {
  isAtEnd = channelList.scrollHeight - channelList.scrollTop - channelList.clientHeight < 40;
});
new ResizeObserver(() => {
  if (isAtEnd) channelList.scrollTop = channelList.scrollHeight;
}).observe(channelList);

$('#close-thread').addEventListener('click', closeThread);
$('#thread').addEventListener('keydown', ({ key }) => key === 'Escape' && closeThread());
$('#go-channel').addEventListener('click', () => go('channel'));
$('#go-home').addEventListener('click', () => go('home'));
$('#go-payloads').addEventListener('click', () => {
  openThread = undefined;
  draw();
  openPayloads(true);
});
$('#close-payloads').addEventListener('click', () => {
  openPayloads(false);
  $('#go-payloads').focus();
});
$('#open-side').addEventListener('click', () => openSide(!$('#side').classList.contains('open')));
$('#as').addEventListener('change', async () => {
  as = $('#as').value;
  await look();
  if (!$('#home').hidden) go('home');
});

const changes = new EventSource('/changes');
changes.onmessage = look;
changes.onopen = () => {
  tell();
  look();
};
changes.onerror = () => tell('The sandbox does not answer. Is it still running?');
