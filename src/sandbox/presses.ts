import { NothingThereError } from './errors.ts';
import type { PressedElement } from './press-payloads.ts';
import type { PrivateScreens } from './private-screens.ts';
import type { Act, ActedOnMessage, SlackDriver, SubmittedView } from './slack-driver.ts';

/** Where somebody presses: a message, the form that is open, or the Home tab. */
export type PressPlace =
  | { readonly ts: string }
  | { readonly form: string; readonly values: SubmittedView['values'] }
  | { readonly home: true };

/** What can be pressed in a place, and how Slack reports it. */
export interface PressTarget {
  readonly blocks: readonly unknown[];
  /** The private message that it stands on, which the answer may take away. */
  readonly privateTs?: string | undefined;
  send(element: PressedElement, act: Act): Promise<Response>;
}

interface Deps {
  readonly screens: PrivateScreens;
  readonly driver: SlackDriver;
  readonly find: (ts: string) => Promise<{ readonly ts: string; readonly blocks?: readonly unknown[] }>;
}

/** The place that this person means. Throws NothingThereError where it is not there any more. */
export async function pressTarget(as: string, on: PressPlace, deps: Deps): Promise<PressTarget> {
  const { screens, driver, find } = deps;
  if ('ts' in on) {
    const own = screens.messages(as).find(({ ts }) => ts === on.ts);
    const message = own ?? (await find(on.ts));
    return {
      blocks: message.blocks ?? [],
      privateTs: own?.ts,
      send: (element, act) =>
        driver.pressInMessage(element, message as ActedOnMessage, act, own !== undefined),
    };
  }
  if ('form' in on) {
    const form = screens.form(as);
    if (form?.id !== on.form) throw new NothingThereError('a form');
    return {
      blocks: form.blocks,
      send: (element, act) => driver.pressInView(element, { ...form, values: on.values }, act),
    };
  }
  const home = screens.home(as);
  if (!home) throw new NothingThereError('a Home tab');
  const view = { id: home.id, type: 'home', callback_id: '', private_metadata: '' };
  return {
    blocks: home.blocks,
    send: (element, act) => driver.pressInView(element, view, act),
  };
}
