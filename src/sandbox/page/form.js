// The form that the bot opened, made of its blocks, and sent back as Slack would send it.
import { $, drawnBlocks, element } from './element.js';
import { fieldOf } from './fields.js';

/** The form on the screen, and its fields with what was typed in them. */
let shown;
let fields = [];

export function showForm({ form, channel }, send, onPress) {
  const dialog = $('#form');
  if (!form) {
    shown = undefined;
    dialog.close();
    return;
  }
  const drawing = JSON.stringify(form);
  if (shown?.drawing === drawing) return;
  const again = shown?.id === form.id;
  const kept = again ? new Map(fields.map(({ block, field }) => [block.block_id, field])) : new Map();
  const scrolled = dialog.querySelector('.fields')?.scrollTop ?? 0;
  shown = { id: form.id, drawing };
  // As in Slack: an input keeps what was typed as long as its block id stays.
  fields = form.blocks
    .filter(({ type }) => type === 'input')
    .map((block) => ({ block, field: kept.get(block.block_id) ?? fieldOf(block.element, channel) }));
  const press = (click) => onPress({ form: form.id, values: valuesOf(fields) }, click);
  const close = { type: 'button', className: 'quiet', onclick: () => dialog.close() };
  const body = element(
    'form',
    { noValidate: true },
    element('h2', { id: 'form-title' }, form.title.text),
    element('div', { className: 'fields' }, ...form.blocks.map((block) => drawn(block, press))),
    element(
      'div',
      { className: 'tools' },
      element('button', close, form.close?.text ?? 'Close'),
      ...(form.submit ? [element('button', { type: 'submit', className: 'send' }, form.submit.text)] : []),
    ),
  );
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { errors = {} } = await send('/forms', { id: form.id, values: valuesOf(fields) });
    for (const { block, field } of fields) {
      const place = document.getElementById(`error-${block.block_id}`);
      if (place) place.textContent = errors[block.block_id] ?? '';
      field.node.ariaInvalid = String(block.block_id in errors);
    }
    fields.find(({ block }) => errors[block.block_id])?.field.node.focus();
  });
  dialog.onclose = () => {
    if (shown?.id === form.id) send('/forms/close', {});
  };
  const focused = dialog.contains(document.activeElement) && document.activeElement.dataset.key;
  dialog.replaceChildren(body);
  if (!dialog.open) dialog.showModal();
  if (again) dialog.querySelector('.fields').scrollTop = scrolled;
  const first = dialog.querySelector('.fields :is(input, textarea, select, summary)');
  const same = focused && dialog.querySelector(`[data-key="${CSS.escape(focused)}"]`);
  (same || first || dialog.querySelector('.tools button')).focus({ preventScroll: true });
}

const valuesOf = (filled) =>
  Object.fromEntries(
    filled.map(({ block: { block_id: id, element: made }, field }) => [
      id,
      { [made.action_id]: { type: made.type, ...field.value() } },
    ]),
  );

/** One block: an input, buttons, or what the server drew because it is only read. */
function drawn(block, press) {
  if (block.type === 'input') return row(block, fields.find((one) => one.block === block).field.node);
  if (block.type !== 'actions') {
    const link = block.accessory?.url ? [linkTo(block.accessory)] : [];
    return element('div', { className: 'row' }, drawnBlocks(block.html), ...link);
  }
  const made = block.elements.map((one) =>
    (one.options ? menuOf : buttonOf)(one, block.block_id ?? '', press),
  );
  return element('div', { className: 'row buttons' }, ...made);
}

function buttonOf({ text, action_id: actionId, accessibility_label: label }, blockId, press) {
  const onclick = () => press({ blockId, actionId, index: 0 });
  const looks = { type: 'button', className: 'quiet', ariaLabel: label ?? text.text };
  const made = element('button', { ...looks, onclick }, text.text);
  made.dataset.key = `${blockId} ${actionId}`;
  return made;
}

function menuOf({ options, placeholder, action_id: actionId }, blockId, press) {
  const words = placeholder?.text ?? 'Choose one';
  const chosen = options.map(({ text, value }) => new Option(text.text, value));
  const node = element('select', { ariaLabel: words }, new Option(words, ''), ...chosen);
  node.onchange = () => press({ blockId, actionId, index: 0, choice: node.value });
  return node;
}

const linkTo = ({ url, text }) => element('a', { href: url, target: '_blank', rel: 'noreferrer' }, text.text);

function row({ block_id: id, label, hint, optional }, node) {
  node.id = `field-${id}`;
  node.dataset.key = node.id;
  node.setAttribute('aria-describedby', `error-${id} hint-${id}`);
  const words = [label.text, ...(optional ? [element('span', {}, ' (optional)')] : [])];
  // A group of boxes has no one control that a label could belong to.
  if (node.role === 'group') node.ariaLabel = label.text;
  const title =
    node.role === 'group' ? element('p', {}, ...words) : element('label', { htmlFor: node.id }, ...words);
  title.className = 'label';
  return element(
    'div',
    { className: 'row' },
    title,
    node,
    element('p', { className: 'error', id: `error-${id}`, role: 'alert' }),
    element('p', { className: 'hint', id: `hint-${id}` }, hint?.text ?? ''),
  );
}
