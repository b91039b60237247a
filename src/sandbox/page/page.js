// The channel, the thread beside it and the composer. All state is the server's: the page asks again
// whenever it hears that something changed.
import { showForm } from './form.js';
import { showHome } from './home.js';
import { messageElement } from './message.js';

const $ = (selector) => document.querySelector(selector);
const dark = matchMedia('(prefers-color-scheme: dark)');
let as = sessionStorage.getItem('as') ?? '';
let openThread;
let state;

export async function send(path, body) {
  // Somebody may type before the page knows who they are.
  while (!as) await look();
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, ...body }),
  });
  const answer = await response.json();
  $('#trouble').hidden = !answer.error;
  $('#trouble').textContent = answer.error ?? '';
  return answer;
}

/** Keeps the end in view if it was, and what is unfolded and where the person was as they were. */
function fill(list, messages, options) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const unfolded = new Set([...list.querySelectorAll('details[open]')].map((item) => item.dataset.key));
  const focused = document.activeElement?.dataset?.key;
  list.replaceChildren(...messages.map((message) => messageElement(message, options)));
  for (const root of list.querySelectorAll('[data-theme]'))
    root.dataset.theme = dark.matches ? 'dark' : 'light';
  for (const item of list.querySelectorAll('details')) if (unfolded.has(item.dataset.key)) item.open = true;
  if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  if (atEnd) list.scrollTop = list.scrollHeight;
}

/** `on` is what the button stands on. */
async function press(on, click, confirmed = false) {
  const { question } = await send('/presses', { on, ...click, confirmed });
  if (question && confirm(question)) await press(on, click, true);
}

function draw() {
  as = state.me.id;
  sessionStorage.setItem('as', as);
  $('#as').replaceChildren(
    ...state.people.map(({ id, realName }) => new Option(realName, id, false, id === as)),
  );
  const options = { onShortcut: (callbackId, ts) => send('/shortcuts', { callbackId, ts }), onPress: press };
  fill($('#messages'), state.messages, { ...options, onThread: show });
  const root = state.messages.find(({ ts }) => ts === openThread);
  $('#thread').hidden = !root;
  if (root) fill($('#thread .messages'), [{ ...root, isRoot: true }, ...root.replies], options);
  showForm(state, send, press, dark.matches);
  showHome(state, send, press, dark.matches);
}

function show(ts) {
  openThread = ts;
  draw();
  $('#thread .messages').scrollTop = 0;
  $('#thread textarea').focus();
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
  state = seen;
  draw();
}

for (const form of document.querySelectorAll('form.composer')) {
  const field = form.querySelector('textarea');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    const threadTs = form.dataset.where === 'thread' ? { threadTs: openThread } : {};
    const { error } = await send('/messages', { text, ...threadTs });
    if (!error) field.value = '';
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
$('#close-thread').addEventListener('click', () => {
  const key = `thread-${openThread}`;
  openThread = undefined;
  draw();
  document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
});
$('#global').addEventListener('click', () => send('/shortcuts', { callbackId: 'check_apology_global' }));
$('#open-home').addEventListener('click', () => send('/home', {}));
$('#as').addEventListener('change', () => {
  as = $('#as').value;
  look();
});
dark.addEventListener('change', () => state && draw());

const changes = new EventSource('/changes');
changes.onmessage = look;
changes.onopen = look;
changes.onerror = () => {
  $('#trouble').hidden = false;
  $('#trouble').textContent = 'The sandbox does not answer. Is it still running?';
};
