import { App, type Authorize, type Receiver } from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import type { AcceptReview } from '../reviews/accept-review.ts';
import { onSubmitDraft } from './actions/submit-draft.ts';
import { clientOptions, type SlackEndpoint } from './client-options.ts';
import { onApologyCheck } from './commands/apology-check.ts';
import { callbacks, commands } from './ids.ts';
import { answeringErrors, onUnhandledError } from './on-error.ts';
import { quietLogger } from './quiet-logger.ts';
import { onCheckApology } from './shortcuts/check-apology.ts';
import { onCheckApologyGlobal } from './shortcuts/check-apology-global.ts';
import { onCheckApologyPrivate } from './shortcuts/check-apology-private.ts';

export interface SlackAppOptions extends SlackEndpoint {
  readonly receiver: Receiver;
  /** One workspace by its bot token, or many by a look-up of theirs. */
  readonly authorization: { readonly token: string } | { readonly authorize: Authorize<boolean> };
  readonly acceptReview: AcceptReview;
  readonly logger?: Logger;
}

/**
 * Everything we listen to. With a token it asks Slack whether the token is good and throws Slack's error
 * if it is not. Start the receiver after this resolves.
 */
export async function createSlackApp(options: SlackAppOptions): Promise<App> {
  const { receiver, authorization, acceptReview } = options;
  const logger = options.logger && quietLogger(options.logger);
  const app = new App({
    receiver,
    ...authorization,
    ...(logger ? { logger, logLevel: logger.getLevel() } : {}),
    clientOptions: clientOptions(options),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  const safely = answeringErrors;
  const onMessage = (id: string) => ({ callback_id: id, type: 'message_action' }) as const;
  const anywhere = (id: string) => ({ callback_id: id, type: 'shortcut' }) as const;

  app.command(commands.apologyCheck, safely(onApologyCheck(acceptReview)));
  app.shortcut(onMessage(callbacks.checkApology), safely(onCheckApology(acceptReview)));
  app.shortcut(onMessage(callbacks.checkApologyPrivate), safely(onCheckApologyPrivate(acceptReview)));
  app.shortcut(anywhere(callbacks.checkApologyGlobal), safely(onCheckApologyGlobal));
  app.view(callbacks.draftModal, safely(onSubmitDraft(acceptReview)));
  app.error(onUnhandledError);

  await app.init();
  return app;
}
