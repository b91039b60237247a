import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type FromStub, fromStub, type Post, type StubOptions } from './stub-words.ts';

const PROGRAM = fileURLToPath(new URL('slack-stub.ts', import.meta.url));
/** Slack waits so long for an acknowledgement, in ms. */
const SLACK_WAITS_MS = 3000;

type Of<Kind extends FromStub['kind']> = Extract<FromStub, { kind: Kind }>;

/** The stub of Slack in a process of its own. */
export async function startStub(options: StubOptions = {}) {
  const child = fork(PROGRAM, [JSON.stringify(options)]);
  const heard = new EventEmitter();
  heard.setMaxListeners(0);
  child.on('message', (message) => {
    const words = fromStub.parse(message);
    heard.emit(words.kind === 'acknowledged' ? `acknowledged ${words.id}` : words.kind, words);
  });
  const next = async <Kind extends 'listening' | 'report'>(kind: Kind): Promise<Of<Kind>> => {
    const [words] = (await once(heard, kind)) as [Of<Kind>];
    return words;
  };
  const { url: slackApiUrl } = await next('listening');
  const posts: Post[] = [];

  return {
    slackApiUrl,
    /** Every message that stands, in order, and how often one was asked for. */
    async report() {
      child.send({ kind: 'report', from: posts.length });
      const { posts: further, ...counts } = await next('report');
      posts.push(...further);
      return { posts: posts as readonly Post[], ...counts };
    },
    /** Sends a command over Socket Mode; resolves to whether it was acknowledged in time, and before `given up`. */
    async command(id: string, payload: object, givenUp: AbortSignal): Promise<boolean> {
      const signal = AbortSignal.any([AbortSignal.timeout(SLACK_WAITS_MS), givenUp]);
      const acknowledged = once(heard, `acknowledged ${id}`, { signal });
      child.send({ kind: 'command', id, payload });
      return acknowledged.then(
        () => true,
        () => false,
      );
    },
    async stop(): Promise<void> {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

export type Stub = Awaited<ReturnType<typeof startStub>>;
