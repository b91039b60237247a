import { BOT_SCOPES } from './scopes.ts';

/** Where installing begins, as seen from each of the pages. */
const START = 'install';

const STYLE = `body{max-width:36rem;margin:4rem auto;padding:0 1.5rem;font:1.0625rem/1.6 system-ui,sans-serif;color:#1d1c1d;background:#fff}
h1{font-size:1.5rem;line-height:1.3}
a.button{display:inline-block;padding:.6rem 1.2rem;border-radius:.4rem;background:#2c4a52;color:#fff;text-decoration:none}
code{background:#f1f1f1;padding:.1rem .3rem;border-radius:.2rem}
@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#1a1d21}code{background:#2c2f33}a.button{background:#8fb8c2;color:#12181a}}`;

/** Neither scripts nor anything from elsewhere, and the address with its code is told to nobody. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Before installing: what the app asks for, and the way to Slack. */
export const startPage = (slackUrl: string): string =>
  page('Add Apology review to Slack', [
    '<p>It looks over the draft of an apology before your customer reads it, and keeps no drafts. It asks Slack for:</p>',
    `<ul>${Object.entries(BOT_SCOPES)
      .map(([scope, why]) => `<li><code>${escapeHtml(scope)}</code>: ${escapeHtml(why)}</li>`)
      .join('')}</ul>`,
    button(slackUrl, 'Add to Slack'),
  ]);

/** It is installed. `appId` and `teamId` lead to it; a whole organisation has no team. */
export function installedPage({
  appId,
  teamId,
}: {
  appId: string | undefined;
  teamId: string | undefined;
}): string {
  if (teamId === undefined)
    return page('Apology review is in your organisation', [
      '<p>An admin of the organisation now chooses, on the pages of the app, in which workspaces people may use it. Nothing else is left to do here.</p>',
    ]);
  const address = new URLSearchParams({ team: teamId, ...(appId === undefined ? {} : { app: appId }) });
  return page('Apology review is in your workspace', [
    '<p>Type <code>/apology-check help</code> in any channel to see how to ask for a look. To have the answers in a thread, invite it to the channel first: <code>/invite</code>, and pick it.</p>',
    button(`https://slack.com/app_redirect?${address}`, 'Open it in Slack'),
  ]);
}

/** It is not installed; `why` says what happened and what to do. */
export const notInstalledPage = (title: string, why: string): string =>
  page(title, [`<p>${escapeHtml(why)}</p>`, button(START, 'Start again')]);

const page = (title: string, parts: readonly string[]): string =>
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${parts.join('\n')}
</main></body>
</html>
`;

const button = (href: string, label: string): string =>
  `<p><a class="button" href="${escapeHtml(href)}">${escapeHtml(label)}</a></p>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
