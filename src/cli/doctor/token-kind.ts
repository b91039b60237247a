const KINDS: readonly [RegExp, string][] = [
  [/^xapp-/, 'an app-level token'],
  [/^(?:xoxe\.)?xoxb-/, 'a bot token'],
  [/^(?:xoxe\.)?xoxp-/, 'the token of a person'],
  [/^xoxe-/, 'a token that only asks for other tokens'],
  [/^xox/, 'a token of another kind'],
];

/** What a value is by its first letters, in words; `undefined` for what is no token of Slack's. */
export const tokenKind = (value: string): string | undefined =>
  KINDS.find(([start]) => start.test(value))?.[1];
