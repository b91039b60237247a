import type { Context } from '../evaluator/context.ts';
import type { Engine } from '../evaluator/engine.ts';
import type { Review } from '../evaluator/review.ts';
import { applySettings } from './apply-settings.ts';
import { DEFAULT_SETTINGS } from './channel-settings.ts';
import type { Clock, SettingsPlace, SettingsStore } from './ports.ts';
import { contextIn } from './request-settings.ts';

/** How drafts are read in one channel, at once. */
export interface Here {
  /** What people may offer there. */
  readonly remedies: readonly string[];
  /** What is known of a draft, with what the channel has settled. */
  known(context: Context): Context;
  /** Throws EmptyDraftError or DraftTooLongError. */
  review(draft: string, context: Context): Promise<Review>;
}

/** Takes the settings in force of a channel; without one, as it comes. Throws StoreUnavailableError. */
export type ReviewHere = (place: SettingsPlace | undefined) => Promise<Here>;

export interface ReviewHereDeps {
  readonly engine: Engine;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly clock: Clock;
}

/** Drafts of the form are read by the same settings as those that are delivered (`deliver-review.ts`). */
export const createReviewHere =
  ({ engine, settings: store, clock }: ReviewHereDeps): ReviewHere =>
  async (place) => {
    const settings = place === undefined ? DEFAULT_SETTINGS : (await store.read(place)).settings;
    const known = (context: Context) => contextIn({ context, source: 'modal' }, settings);
    return {
      remedies: settings.remedies,
      known,
      async review(draft, given) {
        const context = known(given);
        const review = await engine.review(draft, context, { now: clock.now().toISOString() });
        return applySettings(review, settings, { draft, context });
      },
    };
  };
