import type { Logger } from '@slack/web-api';
import type { Rule } from '../evaluator/rule.ts';
import { RULES } from '../evaluator/rules/index.ts';
import { APART_MS } from '../reviews/digests/begin-due-digests.ts';
import type { DigestChannel } from '../reviews/digests/ports.ts';
import { CannotPostError } from '../reviews/errors.ts';
import type { Clock } from '../reviews/ports.ts';
import { callerOf } from './caller.ts';
import { describeError } from './describe-error.ts';
import { createPauses } from './pauses.ts';
import { postMessage, tracesOf } from './post-message.ts';
import type { ClientFor } from './team-clients.ts';
import { digestMessage } from './views/digest-message.ts';
import { digestPausedMessage } from './views/digest-paused-message.ts';

interface Deps {
  readonly clientFor: ClientFor;
  readonly logger: Pick<Logger, 'error'>;
  readonly clock: Clock;
  readonly rules?: readonly Rule[];
}

/** Where digests are told, over Slack's Web API. */
export function createDigestMessenger({ clientFor, logger, clock, rules = RULES }: Deps): DigestChannel {
  // Digests can wait, all of a workspace.
  const pauses = createPauses(clock, APART_MS);

  return {
    async post({ id, place }, { figures, ...told }, { schedule, owner }) {
      const workspace = place.teamId ?? place.enterpriseId ?? '';
      return pauses.heeding(workspace, async () => {
        const client = await clientFor(place);
        const message = digestMessage(figures, {
          ...told,
          kind: 'scheduled',
          // By name, which wakes nobody.
          turnedOnBy: owner === undefined ? undefined : (await callerOf(client, owner)).name,
          frequency: schedule.frequency,
          rules,
        });
        const traces = tracesOf('digest', { digest_id: id });
        return postMessage(client, message, { channel: place.channelId, ...traces });
      });
    },

    async tellOwner({ place, owner }, { slackCode }) {
      if (owner === undefined) return;
      try {
        const client = await clientFor(place);
        await postMessage(client, digestPausedMessage(place.channelId, slackCode), { channel: owner });
      } catch (error) {
        if (!(error instanceof CannotPostError)) throw error;
        logger.error('nobody could be told that a digest pauses', describeError(error));
      }
    },
  };
}
