import type { OpenForm } from '../../src/sandbox/private-screens.ts';
import type { ShownMessage } from '../../src/sandbox/workspace.ts';

interface State {
  readonly me: { readonly id: string; readonly realName: string };
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly messages: readonly ShownMessage[];
  readonly form: OpenForm | null;
  readonly home: { readonly html: string } | null;
}

/** What the page of a sandbox does, over HTTP. `as` is a person's name; the first one if there is none. */
export function sandboxPage(url: string) {
  async function look(as?: string): Promise<State> {
    const first = (await (await fetch(`${url}/state`)).json()) as State;
    const id = first.people.find(({ name }) => name === as)?.id;
    return id === undefined ? first : ((await (await fetch(`${url}/state?as=${id}`)).json()) as State);
  }
  return {
    look,
    async send(path: string, body: object, as?: string): Promise<unknown> {
      const { me } = await look(as);
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as: me.id, ...body }),
      });
      return response.json();
    },
    /** Looks until there is something to see. Throws after ten seconds. */
    async see<T>(pick: (state: State) => T | null | undefined, as?: string): Promise<T> {
      for (const end = Date.now() + 10_000; Date.now() < end; ) {
        const seen = pick(await look(as));
        if (seen !== null && seen !== undefined) return seen;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('it did not come to be seen on the page');
    },
  };
}

/** The words of what the page shows, without the tags. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
