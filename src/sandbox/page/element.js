// What every part of the page makes its nodes with.

export const $ = (selector) => document.querySelector(selector);

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
function dress(node) {
  for (const root of node.querySelectorAll('[data-theme]'))
    root.dataset.theme = dark.matches ? 'dark' : 'light';
}
dark.addEventListener('change', () => dress(document));

const ACTIONS = '.slack_blocks_to_jsx__actions, .slack_blocks_to_jsx__context_actions';

/** What the server drew. `onPress` hears of its buttons, whose ids are Slack's and would stand here many times. */
export function drawnBlocks(html, onPress) {
  const body = element('div', { className: 'body', innerHTML: html });
  dress(body);
  for (const block of body.querySelectorAll(ACTIONS)) {
    for (const button of block.querySelectorAll('button')) {
      const pair = button.closest('.slack_blocks_to_jsx__feedback_buttons_element');
      const index = pair ? [...pair.querySelectorAll('button')].indexOf(button) : 0;
      const click = { blockId: block.id, actionId: (pair ?? button).id, index };
      button.dataset.key = Object.values(click).join(' ');
      button.addEventListener('click', () => onPress?.(click));
    }
  }
  for (const named of body.querySelectorAll('[id]')) named.removeAttribute('id');
  return body;
}
