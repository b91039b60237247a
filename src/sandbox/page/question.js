// What Slack asks before it sends a press, such as whether to delete.
import { $, element } from './element.js';

/** Resolves to whether the person says yes. */
export function ask({ title, text, yes, no }) {
  const dialog = $('#question');
  const button = (words, className, answer) =>
    element('button', { type: 'button', className, onclick: () => dialog.close(answer) }, words);
  dialog.replaceChildren(
    element('h2', { id: 'question-title' }, title),
    element('p', { className: 'fields' }, text),
    element('div', { className: 'tools' }, button(no, 'quiet', ''), button(yes, 'send danger', 'yes')),
  );
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === 'yes');
  });
}
