import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { tellCaller } from '../tell-caller.ts';
import { digestUsage } from '../views/digest-usage.ts';
import type { Message } from '../views/message.ts';
import type { AskedDigest, DigestDeps } from './digest-parts.ts';
import { type DigestWish, readDigestWords } from './digest-words.ts';
import { setDigestOff, setDigestOn, tellStatus } from './set-digest.ts';
import { postDigestNow, previewDigest } from './tell-digest.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Answers `/apology-check digest …`; `words` are those behind "digest". */
export type AnswerDigest = (args: Args, words: string) => Promise<void>;

export const createAnswerDigest =
  (deps: DigestDeps): AnswerDigest =>
  async ({ ack, command, context, client }, words) => {
    const wish = readDigestWords(words);
    if (wish.kind === 'usage' || wish.kind === 'unclear') {
      const usage = wish.kind === 'usage' ? digestUsage() : digestUsage({ ...wish, typed: words });
      await ack({ response_type: 'ephemeral', ...usage });
      return;
    }
    // At once: what comes now may take more than the three seconds that Slack waits.
    await ack();
    const { teamId, enterpriseId } = context;
    const { channel_id: channelId, user_id: userId, response_url: responseUrl } = command;
    const asked: AskedDigest = {
      client,
      place: { teamId, enterpriseId, channelId },
      at: { userId, channelId, responseUrl },
      triggerId: command.trigger_id,
    };
    const answer = await answerTo(wish, deps, asked);
    if (answer !== undefined) await tellCaller(client, asked.at, answer);
  };

type ClearWish = Exclude<DigestWish, { kind: 'usage' | 'unclear' }>;

/** What the person is told alone; `undefined` where the answer stands in the channel. */
function answerTo(wish: ClearWish, deps: DigestDeps, asked: AskedDigest): Promise<Message | undefined> {
  switch (wish.kind) {
    case 'preview':
      return previewDigest(deps, asked, wish.period);
    case 'here now':
      return postDigestNow(deps, asked, wish.period);
    case 'on':
      return setDigestOn(deps, asked, wish.wanted);
    case 'off':
      return setDigestOff(deps, asked);
    case 'status':
      return tellStatus(deps, asked);
  }
}
