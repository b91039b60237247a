// The form that the bot opened, made of its blocks, and sent back as Slack would send it.
import { element } from './message.js';

/** The form on the screen, and its fields with what was typed in them. */
let shown;
let fields = [];

export function showForm({ form, channel }, send, onPress, isDark) {
  const dialog = document.querySelector('#form');
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
    .map((block) => ({
      block,
      field: kept.get(block.block_id) ?? FIELDS[block.element.type]?.(block.element, channel),
    }));
  const press = (click) => onPress({ form: form.id, values: valuesOf(fields) }, click);
  const body = element(
    'form',
    { noValidate: true },
    element('h2', { id: 'form-title' }, form.title.text),
    element('div', { className: 'fields' }, ...form.blocks.map((block) => drawn(block, press))),
    element(
      'div',
      { className: 'tools' },
      element(
        'button',
        { type: 'button', className: 'quiet', onclick: () => dialog.close() },
        form.close?.text ?? 'Close',
      ),
      ...(form.submit ? [element('button', { type: 'submit', className: 'send' }, form.submit.text)] : []),
    ),
  );
  body.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { errors = {} } = await send('/forms', { id: form.id, values: valuesOf(fields) });
    for (const { block } of fields) {
      const place = document.getElementById(`error-${block.block_id}`);
      if (place) place.textContent = errors[block.block_id] ?? '';
    }
    fields.find(({ block }) => errors[block.block_id])?.field?.node.focus();
  });
  dialog.onclose = () => {
    if (shown?.id === form.id) send('/forms/close', {});
  };
  for (const root of body.querySelectorAll('[data-theme]')) root.dataset.theme = isDark ? 'dark' : 'light';
  dialog.replaceChildren(body);
  if (!dialog.open) dialog.showModal();
  if (again) dialog.querySelector('.fields').scrollTop = scrolled;
}

function valuesOf(filled) {
  const values = {};
  for (const { block, field } of filled) {
    if (field)
      values[block.block_id] = { [block.element.action_id]: { type: block.element.type, ...field.value() } };
  }
  return values;
}

/** One block: an input, buttons, or what the server drew because it is only read. */
function drawn(block, press) {
  if (block.type === 'input') return row(block, fields.find((one) => one.block === block).field);
  if (block.type !== 'actions') {
    const link = block.accessory?.url ? [linkTo(block.accessory)] : [];
    const words = element('div', { className: 'body', innerHTML: block.html });
    return element('div', { className: 'row' }, words, ...link);
  }
  const made = block.elements.map((one) =>
    (one.options ? menuOf : buttonOf)(one, block.block_id ?? '', press),
  );
  return element('div', { className: 'row buttons' }, ...made);
}

const buttonOf = ({ text, action_id: actionId, accessibility_label: label }, blockId, press) =>
  element(
    'button',
    {
      type: 'button',
      className: 'quiet',
      ariaLabel: label ?? text.text,
      onclick: () => press({ blockId, actionId, index: 0 }),
    },
    text.text,
  );

function menuOf({ options, placeholder, action_id: actionId }, blockId, press) {
  const words = placeholder?.text ?? 'Choose one';
  const chosen = options.map(({ text, value }) => new Option(text.text, value));
  const node = element('select', { ariaLabel: words }, new Option(words, ''), ...chosen);
  node.onchange = () => press({ blockId, actionId, index: 0, choice: node.value });
  return node;
}

const linkTo = ({ url, text }) => element('a', { href: url, target: '_blank', rel: 'noreferrer' }, text.text);

const grouped = (groups, optionNode) =>
  groups.map((group) => element('optgroup', { label: group.label.text }, ...group.options.map(optionNode)));

/** For each kind of element: its node, and how what was put in reads in `state.values`. */
const FIELDS = {
  plain_text_input({ multiline, max_length: maxLength = 3000, initial_value: value = '' }) {
    const node = element(multiline ? 'textarea' : 'input', { maxLength, value });
    return { node, value: () => ({ value: node.value === '' ? null : node.value }) };
  },
  static_select({ options = [], option_groups: groups = [], initial_option: initial }) {
    const none = initial ? [] : [new Option('Choose one', '')];
    const optionNode = ({ text, value }) => new Option(text.text, value);
    const node = element('select', {}, ...none, ...options.map(optionNode), ...grouped(groups, optionNode));
    if (initial) node.value = initial.value;
    const all = [...options, ...groups.flatMap((group) => group.options)];
    return {
      node,
      value: () => ({ selected_option: all.find(({ value }) => value === node.value) ?? null }),
    };
  },
  timepicker({ initial_time: value = '' }) {
    const node = element('input', { type: 'time', value });
    return { node, value: () => ({ selected_time: node.value === '' ? null : node.value }) };
  },
  datetimepicker({ initial_date_time: initial }) {
    const node = element('input', { type: 'datetime-local' });
    if (initial) node.valueAsNumber = (initial - new Date().getTimezoneOffset() * 60) * 1000;
    return {
      node,
      value: () => ({
        selected_date_time: node.value === '' ? null : Math.floor(new Date(node.value).getTime() / 1000),
      }),
    };
  },
  radio_buttons({ options, initial_option: initial }) {
    const name = `radio-${options[0].value}`;
    const boxes = options.map(({ value }) =>
      element('input', { type: 'radio', name, checked: value === initial?.value }),
    );
    const labels = options.map(({ text }, index) =>
      element('label', { className: 'tick' }, boxes[index], text.text),
    );
    const node = element('div', { role: 'group' }, ...labels);
    return {
      node,
      value: () => ({ selected_option: options.find((_, index) => boxes[index].checked) ?? null }),
    };
  },
  multi_static_select({ options = [], option_groups: groups = [], initial_options: chosen = [] }) {
    const optionNode = ({ text, value }) =>
      new Option(
        text.text,
        value,
        false,
        chosen.some((option) => option.value === value),
      );
    const node = element(
      'select',
      { multiple: true, size: 8 },
      ...options.map(optionNode),
      ...grouped(groups, optionNode),
    );
    const all = [...options, ...groups.flatMap((group) => group.options)];
    return {
      node,
      value: () => {
        const values = [...node.selectedOptions].map(({ value }) => value);
        return { selected_options: all.filter(({ value }) => values.includes(value)) };
      },
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
