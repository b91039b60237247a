import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { frequentSlip, wasNoApology, wasUnjudged } from '../../reviews/frequent-slip.ts';
import type { PastReview, ReviewStore } from '../../reviews/ports.ts';
import { type ModelReading, shownModel } from '../model-reading.ts';
import { homeView } from '../views/home-view.ts';

type Args = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/** So many of a person's checks are shown. */
const SHOWN = 10;

/** Somebody looks at the app's Home tab: it is drawn anew each time. */
export const onAppHomeOpened =
  (store: Pick<ReviewStore, 'recent'>, supportUrl?: string, model?: ModelReading) =>
  async ({ event, client, context }: Args): Promise<void> => {
    if (event.tab !== 'home') return;
    const { teamId, enterpriseId } = context;
    const [checks, reader] = await Promise.all([
      store.recent({ teamId, enterpriseId, userId: event.user }, SHOWN),
      shownModel({ teamId, enterpriseId }, model),
    ]);
    const shown = checks.map((check) => ({ ...check, outcome: outcomeOf(check) }));
    await client.views.publish({
      user_id: event.user,
      view: homeView({ checks: shown, slip: frequentSlip(checks), supportUrl, model: reader }),
    });
  };

function outcomeOf(check: PastReview): 'judged' | 'unjudged' | 'no-apology' {
  if (wasUnjudged(check)) return 'unjudged';
  return wasNoApology(check) ? 'no-apology' : 'judged';
}
