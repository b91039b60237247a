// The form that the bot opened, made of its blocks, and sent back as Slack would send it.
import { element } from './message.js';

let shown;

export function showForm({ form, channel }, send) {
  const dialog = document.querySelector('#form');
  if (!form) {
    shown = undefined;
    dialog.close();
    return;
  }
  if (shown === form.id) return;
  shown = form.id;
  const inputs = form.blocks.filter(({ type }) => type === 'input');
  const fields = inputs.map((block) => ({
    block,
    field: FIELDS[block.element.type]?.(block.element, channel),
  }));
  const body = element(
    'form',
    { noValidate: true },
    element('h2', { id: 'form-title' }, form.title.text),
    element('div', { className: 'fields' }, ...fields.map(({ block, field }) => row(block, field))),
    element(
      'div',
      { className: 'tools' },
      element(
        'button',
        { type: 'button', className: 'quiet', onclick: () => dialog.close() },
        form.close?.text ?? 'Close',
      ),
      element('button', { type: 'submit', className: 'send' }, form.submit?.text ?? 'Send'),
    ),
  );
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    const values = {};
    for (const { block, field } of fields) {
      if (field)
        values[block.block_id] = {
          [block.element.action_id]: { type: block.element.type, ...field.value() },
        };
    }
    const { errors = {} } = await send('/forms', { id: form.id, values });
    for (const { block } of fields) {
      const place = document.getElementById(`error-${block.block_id}`);
      place.textContent = errors[block.block_id] ?? '';
    }
    fields.find(({ block }) => errors[block.block_id])?.field?.node.focus();
  });
  dialog.onclose = () => {
    if (shown === form.id) send('/forms/close', {});
  };
  dialog.replaceChildren(body);
  dialog.showModal();
}

/** For each kind of element: its node, and how what was put in reads in `state.values`. */
const FIELDS = {
  plain_text_input({ multiline, max_length: maxLength = 3000, initial_value: value = '' }) {
    const node = element(multiline ? 'textarea' : 'input', { maxLength, value });
    return { node, value: () => ({ value: node.value === '' ? null : node.value }) };
  },
  static_select({ options, initial_option: initial }) {
    const node = element('select', {}, ...options.map(({ text, value }) => new Option(text.text, value)));
    if (initial) node.value = initial.value;
    return {
      node,
      value: () => ({ selected_option: options.find(({ value }) => value === node.value) ?? null }),
    };
  },
  conversations_select(_element, channel) {
    const node = element('select', {}, new Option(`# ${channel.name}`, channel.id));
    return { node, value: () => ({ selected_conversation: node.value }) };
  },
  checkboxes({ options, initial_options: ticked = [] }) {
    const boxes = options.map(({ value }) =>
      element('input', { type: 'checkbox', checked: ticked.some((option) => option.value === value) }),
    );
    const labels = options.map(({ text }, index) =>
      element('label', { className: 'tick' }, boxes[index], text.text),
    );
    const node = element('div', { role: 'group' }, ...labels);
    return { node, value: () => ({ selected_options: options.filter((_, index) => boxes[index].checked) }) };
  },
};

function row({ block_id: id, label, hint, optional, element: { type } }, field) {
  const node = field?.node ?? element('p', {}, `A field of the kind ${type}`);
  node.id = `field-${id}`;
  node.setAttribute('aria-describedby', `error-${id} hint-${id}`);
  if (node.role === 'group') node.ariaLabel = label.text;
  return element(
    'div',
    { className: 'row' },
    element(
      'label',
      { htmlFor: node.id },
      label.text,
      ...(optional ? [element('span', {}, ' (optional)')] : []),
    ),
    node,
    element('p', { className: 'error', id: `error-${id}`, role: 'alert' }),
    element('p', { className: 'hint', id: `hint-${id}` }, hint?.text ?? ''),
  );
}
