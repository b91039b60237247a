// Where people type, with the hint that Slack shows beside a slash command.

export function listenToComposer(form, { command, onSend }) {
  const field = form.querySelector('textarea');
  const suggestion = form.querySelector('.suggestion');
  const completed = `${command.command} `;
  const isBegun = () => field.value.startsWith('/') && completed.startsWith(field.value);

  function suggest() {
    if (!suggestion) return;
    const isShown = isBegun() || field.value === completed;
    suggestion.textContent = isShown
      ? `${completed}${command.usage_hint} · ${command.description}${isBegun() && field.value !== completed ? ' · Tab completes it' : ''}`
      : '';
  }

  field.disabled = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    const { error } = await onSend(text);
    if (!error) field.value = '';
    suggest();
  });
  field.addEventListener('input', suggest);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' && !event.shiftKey && suggestion && isBegun() && field.value !== completed) {
      event.preventDefault();
      field.value = completed;
      suggest();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
