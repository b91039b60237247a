import type { LocalSlack } from './local-slack.ts';

/** Somebody's browser on the way from our first page over Slack's pages and back. */
export async function openInstallPage(botUrl: string) {
  const response = await fetch(`${botUrl}/slack/install`);
  const page = await response.text();
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const link = /href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  if (link === undefined) throw new Error(`no link to Slack in ${page}`);
  return { response, page, cookie, link: new URL(link) };
}

export type InstallPage = Awaited<ReturnType<typeof openInstallPage>>;

/** Says yes on the local Slack's page; resolves to where it sends the browser then. Real Slacks know that address from the app's pages. */
export async function approve(slack: LocalSlack, { link }: InstallPage, botUrl: string): Promise<URL> {
  const page = await (await fetch(`${slack.url}${link.pathname}${link.search}`)).text();
  const form = /<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/.exec(page);
  if (!form) throw new Error(`no form in ${page}`);
  const [, action = '', inputs = ''] = form;
  const fields = new URLSearchParams();
  for (const [input] of inputs.matchAll(/<input[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((of) => new RegExp(`${of}="([^"]*)"`).exec(input)?.[1] ?? '');
    if (name) fields.set(name, value ?? '');
  }
  fields.set('redirect_uri', `${botUrl}/slack/oauth_redirect`);
  const answer = await fetch(`${slack.url}${action}`, { method: 'POST', body: fields, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}

/** The browser comes back to us. */
export const comeBack = (address: URL, cookie: string): Promise<Response> =>
  fetch(address, { headers: cookie === '' ? {} : { cookie } });
