import { App, type Receiver } from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import type { Rule } from '../evaluator/rule.ts';
import { RULES } from '../evaluator/rules/index.ts';
import type { AcceptReview } from '../reviews/accept-review.ts';
import { INDISPENSABLE_RULE } from '../reviews/channel-settings.ts';
import type { CheckNow } from '../reviews/check-now.ts';
import type { DeleteReview } from '../reviews/delete-review.ts';
import type { DismissFinding } from '../reviews/dismiss-finding.ts';
import type { Erasure } from '../reviews/erasure.ts';
import type { LeaveWorkspace } from '../reviews/leave-workspace.ts';
import type { Replies, ReviewStore, RevisionStore, SettingsStore } from '../reviews/ports.ts';
import type { RateReview } from '../reviews/rate-review.ts';
import type { ReviseReply } from '../reviews/revise-reply.ts';
import { NOBODY, type Observer } from '../telemetry/observer.ts';
import type { Access } from './access.ts';
import { onCheckAgain } from './actions/check-again.ts';
import { onChooseOffer } from './actions/choose-offer.ts';
import { onDeleteReview } from './actions/delete-review.ts';
import { onDismissFinding } from './actions/dismiss-finding.ts';
import { onEditAgain } from './actions/edit-again.ts';
import { onMoreFields, onMoreRoom } from './actions/grow-form.ts';
import { onHowThisWorks } from './actions/how-this-works.ts';
import { onOpenDigestForm } from './actions/open-digest-form.ts';
import { onOpenForm } from './actions/open-form.ts';
import { onOpenSettingsPick, onPickSettings } from './actions/pick-settings.ts';
import { onRateReview } from './actions/rate-review.ts';
import { onResetSettings } from './actions/reset-settings.ts';
import { onSubmitDigest } from './actions/submit-digest.ts';
import { onSubmitDraft } from './actions/submit-draft.ts';
import { onSubmitSettings } from './actions/submit-settings.ts';
import { onOpenModelSwitch, onSwitchModel } from './actions/switch-model.ts';
import { onUseDraft } from './actions/use-draft.ts';
import { onWhyRule } from './actions/why-rule.ts';
import { clientOptions, type SlackEndpoint } from './client-options.ts';
import { createAnswerDigest } from './commands/answer-digest.ts';
import { onApologyCheck } from './commands/apology-check.ts';
import type { DigestParts } from './commands/digest-parts.ts';
import { createOpenSettings } from './commands/open-settings.ts';
import { onAppHomeOpened } from './events/app-home-opened.ts';
import { onAppMention } from './events/app-mention.ts';
import { onAppUninstalled } from './events/app-uninstalled.ts';
import { onTokensRevoked } from './events/tokens-revoked.ts';
import {
  callbacks,
  commands,
  digestActions,
  digestCallback,
  editorActions,
  editorCallbacks,
  homeActions,
  modelSwitch,
  replyActions,
  settingsActions,
  settingsCallback,
  settingsPick,
} from './ids.ts';
import type { ModelReading } from './model-reading.ts';
import { observedReceiver } from './observed-receiver.ts';
import { answeringErrors, answeringEventErrors, onUnhandledError } from './on-error.ts';
import { asOneWorkspace } from './org-wide.ts';
import { quietLogger } from './quiet-logger.ts';
import { createRecentChecks } from './recent-checks.ts';
import { onCheckApology } from './shortcuts/check-apology.ts';
import { onCheckApologyGlobal } from './shortcuts/check-apology-global.ts';
import { onCheckApologyPrivate } from './shortcuts/check-apology-private.ts';

/** What the editor needs. */
export interface EditorParts {
  readonly checkNow: CheckNow;
  readonly reviseReply: ReviseReply;
  readonly revisions: Pick<RevisionStore, 'standing'>;
  readonly replies: Pick<Replies, 'link'>;
}

export interface SlackAppOptions extends SlackEndpoint {
  readonly receiver: Receiver;
  /** As of `Access`. */
  readonly authorization?: Access['authorization'] | undefined;
  readonly acceptReview: AcceptReview;
  /** What the buttons of a reply do. */
  readonly replies: {
    readonly dismissFinding: DismissFinding;
    readonly deleteReview: DeleteReview;
    readonly rateReview: RateReview;
  };
  readonly editor: EditorParts;
  /** Where the Home tab finds a person's checks. */
  readonly reviews: Pick<ReviewStore, 'recent'>;
  /** How what is kept goes. */
  readonly forgetting: {
    readonly leaveWorkspace: LeaveWorkspace;
    readonly forgetPerson: Erasure['forgetPerson'];
  };
  readonly settings: SettingsStore;
  readonly digests: DigestParts;
  /** Unset: there is no language model to turn on. */
  readonly model?: ModelReading | undefined;
  /** Slack user ids of people who may change settings besides the admins of the workspace. */
  readonly settingsAdmins?: readonly string[];
  /** Where the Home tab sends people for help. */
  readonly supportUrl?: string | undefined;
  /** The rules that make the reviews. */
  readonly rules?: readonly Rule[];
  readonly logger?: Logger;
  /** Hears of acknowledgements and failures; unset: nobody does. */
  readonly observer?: Observer;
}

/**
 * Everything we listen to. With a token it asks Slack whether the token is good and throws Slack's error
 * if it is not. Start the receiver after this resolves.
 */
export async function createSlackApp(options: SlackAppOptions): Promise<App> {
  const { receiver, authorization, acceptReview, replies, editor, reviews, settings, digests } = options;
  const { forgetting, settingsAdmins = [], supportUrl, model, rules = RULES, observer = NOBODY } = options;
  const logger = options.logger && quietLogger(options.logger);
  const app = new App({
    receiver: observedReceiver(receiver, observer),
    ...authorization,
    ...(logger ? { logger, logLevel: logger.getLevel() } : {}),
    clientOptions: clientOptions(options),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  app.use(asOneWorkspace);
  const safely = answeringErrors(observer);
  const safelyHeard = answeringEventErrors(observer);
  const onMessage = (id: string) => ({ callback_id: id, type: 'message_action' }) as const;
  const pressed = (id: string) => ({ action_id: id, type: 'block_actions' }) as const;
  const anywhere = (id: string) => ({ callback_id: id, type: 'shortcut' }) as const;

  const switchableRules = rules.filter(({ id }) => id !== INDISPENSABLE_RULE);
  const inSettings = { settings, settingsAdmins, rules, switchableRules };

  const openSettings = createOpenSettings(inSettings);
  const answerDigest = createAnswerDigest({ ...digests, rules });
  app.command(
    commands.apologyCheck,
    safely(
      onApologyCheck({
        acceptReview,
        openSettings,
        answerDigest,
        settings,
        forgetPerson: forgetting.forgetPerson,
      }),
    ),
  );
  app.shortcut(onMessage(callbacks.checkApology), safely(onCheckApology(acceptReview)));
  app.shortcut(onMessage(callbacks.checkApologyPrivate), safely(onCheckApologyPrivate(acceptReview)));
  app.shortcut(anywhere(callbacks.checkApologyGlobal), safely(onCheckApologyGlobal));

  const { dismissFinding, deleteReview, rateReview } = replies;
  const { why, dismiss, undo, delete: remove, how, rate, helpful, notHelpful } = replyActions;
  app.action(why, safely(onWhyRule(rules)));
  app.action(how, safely(onHowThisWorks(rules, model)));
  app.action(dismiss, safely(onDismissFinding(dismissFinding, rules, true)));
  app.action(new RegExp(`^${undo}:`), safely(onDismissFinding(dismissFinding, rules, false)));
  app.action(remove, safely(onDeleteReview(deleteReview)));
  for (const id of [rate, helpful, notHelpful]) app.action(id, safely(onRateReview(rateReview)));

  const { checkNow } = editor;
  const checks = createRecentChecks();
  app.view(callbacks.draftModal, safely(onSubmitDraft(acceptReview, checkNow)));
  app.action(pressed(replyActions.editAgain), safely(onEditAgain({ ...editor, settings, rules })));
  app.action(pressed(editorActions.checkAgain), safely(onCheckAgain(checkNow, { checks, rules })));
  app.action(
    pressed(editorActions.takeSuggestion),
    safely(onCheckAgain(checkNow, { checks, rules, take: true })),
  );
  app.action(pressed(editorActions.moreFields), safely(onMoreFields));
  app.action(pressed(editorActions.moreRoom), safely(onMoreRoom));
  app.action(pressed(editorActions.offer), safely(onChooseOffer(settings)));
  // A link: Slack opens it, and wants to know all the same that we heard.
  app.action(editorActions.newerReply, ({ ack }) => ack());
  app.view(editorCallbacks.editModal, safely(onUseDraft(editor)));

  app.view(settingsCallback, safely(onSubmitSettings(inSettings)));
  app.action(settingsActions.reset, safely(onResetSettings(inSettings)));

  app.action(pressed(digestActions.setUp), safely(onOpenDigestForm(digests)));
  app.view(digestCallback, safely(onSubmitDigest(digests)));

  app.event('app_home_opened', safelyHeard(onAppHomeOpened(reviews, supportUrl, model)));
  app.action(homeActions.openForm, safely(onOpenForm));
  app.action(homeActions.openSettings, safely(onOpenSettingsPick(inSettings)));
  app.view(settingsPick.callback, safely(onPickSettings(inSettings)));
  if (model) {
    app.action(homeActions.openModel, safely(onOpenModelSwitch(model)));
    app.view(modelSwitch.callback, safely(onSwitchModel(model)));
  }
  // A link, as the one to a newer reply.
  app.action(homeActions.support, ({ ack }) => ack());
  app.event('app_mention', safelyHeard(onAppMention(acceptReview)));

  app.event('app_uninstalled', safelyHeard(onAppUninstalled(forgetting.leaveWorkspace)));
  app.event('tokens_revoked', safelyHeard(onTokensRevoked(forgetting.leaveWorkspace)));

  app.error(onUnhandledError(observer));

  await app.init();
  return app;
}
