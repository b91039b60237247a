// For each kind of input: its node, and how what was put in reads in `state.values`.
import { element } from './element.js';

export const fieldOf = (asked, channel) =>
  (FIELDS[asked.type] ?? unknown)({ options: [], option_groups: [], ...asked }, channel);

const unknown = ({ type }) => ({ node: element('p', {}, `A field of the kind ${type}`), value: () => ({}) });

const optionNode = ({ text, value }) => new Option(text.text, value);
const allOf = ({ options, option_groups: groups }) => [
  ...options,
  ...groups.flatMap((group) => group.options),
];

function tick(type, name, { text, value }, chosen) {
  const checked = chosen.some((option) => option.value === value);
  const box = element('input', { type, name, value, checked });
  return element('label', { className: 'tick' }, box, text.text);
}

const tickedIn = (node, options) => {
  const values = [...node.querySelectorAll(':checked')].map(({ value }) => value);
  return options.filter(({ value }) => values.includes(value));
};

const FIELDS = {
  plain_text_input({ multiline, max_length: maxLength = 3000, initial_value: value = '' }) {
    const node = element(multiline ? 'textarea' : 'input', { maxLength, value });
    return { node, value: () => ({ value: node.value === '' ? null : node.value }) };
  },
  static_select(asked) {
    const { initial_option: initial } = asked;
    const groups = asked.option_groups.map(({ label, options }) =>
      element('optgroup', { label: label.text }, ...options.map(optionNode)),
    );
    const none = initial ? [] : [new Option('Choose one', '')];
    const node = element('select', {}, ...none, ...asked.options.map(optionNode), ...groups);
    if (initial) node.value = initial.value;
    const chosen = () => allOf(asked).find(({ value }) => value === node.value) ?? null;
    return { node, value: () => ({ selected_option: chosen() }) };
  },
  timepicker({ initial_time: value = '' }) {
    const node = element('input', { type: 'time', value });
    return { node, value: () => ({ selected_time: node.value === '' ? null : node.value }) };
  },
  datetimepicker({ initial_date_time: initial }) {
    const node = element('input', { type: 'datetime-local' });
    if (initial) node.valueAsNumber = (initial - new Date().getTimezoneOffset() * 60) * 1000;
    const seconds = () => Math.floor(new Date(node.value).getTime() / 1000);
    return { node, value: () => ({ selected_date_time: node.value === '' ? null : seconds() }) };
  },
  radio_buttons({ options, initial_option: initial, action_id: name }) {
    const ticks = options.map((option) => tick('radio', name, option, initial ? [initial] : []));
    const node = element('div', { role: 'group' }, ...ticks);
    return { node, value: () => ({ selected_option: tickedIn(node, options)[0] ?? null }) };
  },
  checkboxes({ options, initial_options: chosen = [], action_id: name }) {
    const node = element(
      'div',
      { role: 'group' },
      ...options.map((option) => tick('checkbox', name, option, chosen)),
    );
    return { node, value: () => ({ selected_options: tickedIn(node, options) }) };
  },
  /** Folded, with what is chosen on the outside. */
  multi_static_select(asked) {
    const { options, option_groups: groups, initial_options: chosen = [], action_id: name } = asked;
    const ticks = (some) => some.map((option) => tick('checkbox', name, option, chosen));
    const inGroups = groups.flatMap((group) => [element('b', {}, group.label.text), ...ticks(group.options)]);
    const summary = element('summary');
    const node = element(
      'details',
      { className: 'choices', role: 'group' },
      summary,
      ...ticks(options),
      ...inGroups,
    );
    const selected = () => tickedIn(node, allOf(asked));
    const tell = () => {
      summary.textContent =
        selected()
          .map(({ text }) => text.text)
          .join(', ') || 'None chosen';
    };
    node.addEventListener('change', tell);
    tell();
    return { node, value: () => ({ selected_options: selected() }) };
  },
  conversations_select(_asked, channel) {
    const node = element('select', {}, new Option(`# ${channel.name}`, channel.id));
    return { node, value: () => ({ selected_conversation: node.value }) };
  },
};
