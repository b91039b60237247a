import { callbacks, commands } from '../slack/ids.ts';
import { APP_FEATURES } from './app-manifest.ts';
import { blocksToHtml, textToHtml } from './blocks-to-html.ts';
import { NothingThereError } from './errors.ts';
import type { KeptMessage, LocalSlack, Person } from './local-slack.ts';
import { type Click, pressableAt } from './pressable.ts';
import { type PressPlace, pressTarget } from './presses.ts';
import type { PrivateScreens } from './private-screens.ts';
import type { Act, ActedOnMessage, SlackDriver, SubmittedView } from './slack-driver.ts';
import type { SlackFront } from './slack-front.ts';
import type { Traffic } from './traffic.ts';

/** A message as the page shows it. */
export interface ShownMessage {
  readonly ts: string;
  readonly author: string;
  readonly isBot: boolean;
  /** Only the person who looks sees it. */
  readonly isPrivate: boolean;
  readonly html: string;
  readonly replies: readonly ShownMessage[];
}

interface Deps {
  readonly slack: LocalSlack;
  readonly front: SlackFront;
  readonly screens: PrivateScreens;
  readonly driver: SlackDriver;
  /** Remembers who was given a trigger id. */
  readonly triggers: Map<string, string>;
  readonly traffic: Pick<Traffic, 'all'>;
  readonly changed: () => void;
}

const BOT_NAME = 'Apology review';

/** What people can do and see in the sandbox; `as` is always the id of the person who acts or looks. */
export function createWorkspace({ slack, front, screens, driver, triggers, traffic, changed }: Deps) {
  const person = (as: string): Person => {
    const known = slack.people.find(({ id }) => id === as);
    if (!known) throw new NothingThereError('a person');
    return known;
  };

  /** What a person does, perhaps on a private message or in a form. */
  async function act(as: string, on: { privateTs?: string | undefined; formId?: string } = {}): Promise<Act> {
    const user = person(as);
    const triggerId = await slack.trigger(user.id, on.formId);
    triggers.set(triggerId, user.id);
    return {
      user,
      channel: slack.channel,
      triggerId,
      responseUrl: front.createResponseUrl(user.id, on.privateTs),
    };
  }

  /** What the bot answers at once is for the person alone. Resolves to the answer, if there is one. */
  async function told(as: string, sent: Promise<Response>): Promise<object | undefined> {
    const response = await sent;
    const text = await response.text();
    if (!response.ok)
      screens.show(as, { text: `That did not work: the bot answered with ${response.status}.` });
    return response.ok && text.startsWith('{') ? (JSON.parse(text) as object) : undefined;
  }

  async function command(as: string, line: string, threadTs: string | undefined): Promise<void> {
    const [name = '', ...words] = line.split(/(?<=^\S+)\s/);
    if (name !== commands.apologyCheck) return screens.show(as, { text: `${name} is not a command here.` });
    if (threadTs !== undefined)
      return screens.show(as, {
        text: `Slack has no ${name} in threads. Use it in the channel.`,
        thread_ts: threadTs,
      });
    const answer = await told(as, driver.command(escapeText(words.join('')), await act(as)));
    if (answer) screens.show(as, answer);
  }

  /** A message that names the bot. */
  async function mention(as: string, text: string, ts: string, threadTs: string | undefined): Promise<void> {
    const event = { type: 'app_mention', user: as, channel: slack.channel.id, ts, event_ts: ts };
    const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
    const said = escapeText(text).replaceAll(`@${BOT_NAME}`, `<@${slack.botUserId}>`);
    await told(as, driver.event({ ...event, ...thread, text: said }));
  }

  async function find(ts: string): Promise<KeptMessage> {
    const roots = await slack.messages();
    const threads = await Promise.all(roots.map((root) => slack.thread(root.ts)));
    const found = threads.flat().find((message) => message.ts === ts);
    if (!found) throw new NothingThereError('a message');
    return found;
  }

  /** Inputs and buttons are made by the page; what is only read comes to it as HTML. */
  function drawn(block: unknown): unknown {
    const { accessory, ...read } = block as Record<string, unknown>;
    if (read.type === 'input' || read.type === 'actions') return block;
    return { ...read, accessory, html: blocksToHtml([read], slack) };
  }

  const show = (message: KeptMessage, about: Partial<ShownMessage> = {}): ShownMessage => ({
    ts: message.ts,
    author: slack.people.find(({ id }) => id === message.user)?.realName ?? BOT_NAME,
    isBot: !slack.people.some(({ id }) => id === message.user),
    isPrivate: false,
    html: message.blocks?.length ? blocksToHtml(message.blocks, slack) : textToHtml(message.text ?? ''),
    replies: [],
    ...about,
  });

  return {
    /** Everything the page shows. Throws NothingThereError for an unknown person. */
    async look(as: string) {
      const me = person(as);
      const privately = screens.messages(as).map((message) => ({
        thread: message.thread_ts,
        shown: show(message, { isPrivate: true }),
      }));
      const roots = await Promise.all(
        (await slack.messages()).map(async (root) => {
          const [, ...replies] = await slack.thread(root.ts);
          const mine = privately.filter(({ thread }) => thread === root.ts).map(({ shown }) => shown);
          return show(root, { replies: inOrder([...replies.map((reply) => show(reply)), ...mine]) });
        }),
      );
      const alone = privately.filter(({ thread }) => thread === undefined).map(({ shown }) => shown);
      const form = screens.form(as);
      const home = screens.home(as);
      return {
        me,
        people: slack.people,
        channel: slack.channel,
        app: APP_FEATURES,
        messages: inOrder([...roots, ...alone]),
        form: form ? { ...form, blocks: form.blocks.map(drawn) } : null,
        home: home ? { html: blocksToHtml(home.blocks, slack) } : null,
      };
    },

    /** What was typed: a command, or a message. */
    async type(as: string, text: string, threadTs?: string): Promise<void> {
      if (text.startsWith('/')) await command(as, text, threadTs);
      else {
        const ts = await slack.say(person(as), text, threadTs);
        if (text.includes(`@${BOT_NAME}`)) await mention(as, text, ts, threadTs);
      }
      changed();
    },

    /** From the menu of a message, or with no `ts` from Slack's own. */
    async shortcut(as: string, callbackId: string, ts?: string): Promise<void> {
      const doing = await act(as);
      if (ts === undefined) await told(as, driver.globalShortcut(callbacks.checkApologyGlobal, doing));
      else await told(as, driver.messageShortcut(callbackId, (await find(ts)) as ActedOnMessage, doing));
    },

    /** Presses a button or chooses from a menu; resolves to the question that Slack asks first, unless it was answered. */
    async press(as: string, on: PressPlace, click: Click, confirmed: boolean): Promise<object> {
      const target = await pressTarget(as, on, { screens, driver, find });
      const pressed = pressableAt(target.blocks, click);
      if (!pressed) throw new NothingThereError('a button');
      const { question, ...element } = pressed;
      if (question !== undefined && !confirmed) return { question };
      const inForm = 'form' in on ? { formId: on.form } : {};
      await told(as, target.send(element, await act(as, { privateTs: target.privateTs, ...inForm })));
      return {};
    },

    /** Sends the form that is open; resolves to what is wrong with its fields, by block id. */
    async submit(as: string, formId: string, values: SubmittedView['values']): Promise<object> {
      const form = screens.form(as);
      if (form?.id !== formId) throw new NothingThereError('a form');
      const answer = await told(as, driver.submitView({ ...form, values }, await act(as)));
      if (answer && 'errors' in answer) return { errors: answer.errors };
      if (answer && 'view' in answer)
        screens.redraw({ id: form.id, hash: form.hash, ...(answer.view as object) });
      else screens.close(as);
      return {};
    },

    /** The person looks at the app's Home tab. */
    async openHome(as: string): Promise<void> {
      const { id: user } = person(as);
      const event = { type: 'app_home_opened', user, channel: 'D0HOME', tab: 'home' };
      await told(as, driver.event({ ...event, event_ts: (Date.now() / 1000).toFixed(6) }));
    },

    closeForm: (as: string): void => screens.close(as),

    /** What went to the bot and came from it. */
    traffic: traffic.all,
  };
}

export type Workspace = ReturnType<typeof createWorkspace>;

const inOrder = (messages: readonly ShownMessage[]): ShownMessage[] =>
  messages.toSorted((a, b) => Number(a.ts) - Number(b.ts));

/** As Slack hands over the text of a command. */
const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
