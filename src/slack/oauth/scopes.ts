/** What the bot asks Slack for, and what for, as it is told to whoever installs it. The manifest names the same. */
export const BOT_SCOPES: Readonly<Record<string, string>> = {
  commands: 'the command /apology-check, and the entries in the menus of messages',
  'chat:write': 'to answer in a thread, in the channels it was invited to',
  'users:read': 'to tell who looks after the workspace, when somebody opens settings or deletes a review',
  'app_mentions:read': 'to be asked in a thread by its name; it reads no other message',
};
