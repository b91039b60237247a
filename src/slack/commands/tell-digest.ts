import { type AskedPeriod, periodAsked } from '../../reviews/digests/asked-period.ts';
import { FEWEST_DRAFTS, FEWEST_PEOPLE, isTooLittle } from '../../reviews/digests/figures.ts';
import { CannotPostError } from '../../reviews/errors.ts';
import { derivedUuid } from '../../reviews/review-id.ts';
import { callerOf } from '../caller.ts';
import { postMessage, tracesOf } from '../post-message.ts';
import { digestNotPosted, digestRefusal } from '../views/digest-answers.ts';
import { withDigestButton } from '../views/digest-button.ts';
import { digestMessage } from '../views/digest-message.ts';
import { digestTooLittle } from '../views/digest-too-little.ts';
import type { Message } from '../views/message.ts';
import type { AskedDigest, DigestDeps } from './digest-parts.ts';

const KEPT_DAYS = 395;
const NEEDED = { drafts: FEWEST_DRAFTS, people: FEWEST_PEOPLE };
/** Nobody waited for it, and it covers just what was asked for. */
const ON_DEMAND = { first: false, merged: false, lateSince: undefined };

/** `digest`, for one person alone. Throws PeriodOutOfReachError. */
export async function previewDigest(
  { store, rules, ...deps }: DigestDeps,
  { client, place, at }: AskedDigest,
  asked: AskedPeriod,
): Promise<Message> {
  const [caller, kept] = await Promise.all([callerOf(client, at.userId), store.schedule(place)]);
  const figures = await figuresFor(deps, { place }, asked, caller.zone);
  const schedule = kept === undefined || kept.state === 'off' ? undefined : kept;
  const message = isTooLittle(figures)
    ? digestTooLittle({ ...figures, zone: caller.zone, needed: NEEDED })
    : digestMessage(figures, {
        ...ON_DEMAND,
        kind: 'preview',
        zone: caller.zone,
        // Anybody else's name would take another question to Slack.
        turnedOnBy: schedule?.owner === at.userId ? caller.name : undefined,
        frequency: schedule?.schedule.frequency,
        rules,
      });
  return withDigestButton(message, schedule !== undefined);
}

/**
 * `digest here now`, for everybody in the channel. Resolves to what its caller is told alone instead, where it
 * is not posted. Throws PeriodOutOfReachError.
 */
export async function postDigestNow(
  { store, rules, ...deps }: DigestDeps,
  { client, place, at, triggerId }: AskedDigest,
  asked: AskedPeriod,
): Promise<Message | undefined> {
  const [caller, kept] = await Promise.all([callerOf(client, at.userId), store.schedule(place)]);
  const { zone } = caller;
  if (caller.isOutsider) return digestRefusal();
  const figures = await figuresFor(deps, { place }, asked, zone);
  if (isTooLittle(figures)) return digestTooLittle({ ...figures, zone, needed: NEEDED });
  const message = digestMessage(figures, {
    ...ON_DEMAND,
    kind: 'asked',
    zone,
    turnedOnBy: caller.name,
    frequency: kept?.state === 'on' ? kept.schedule.frequency : undefined,
    rules,
  });
  const id = derivedUuid('digest asked for', place.teamId ?? place.enterpriseId ?? '', triggerId);
  try {
    await postMessage(client, message, {
      channel: place.channelId,
      ...tracesOf('digest', { digest_id: id }),
    });
    return undefined;
  } catch (error) {
    if (error instanceof CannotPostError) return digestNotPosted(error);
    throw error;
  }
}

function figuresFor(
  { gather, clock, keptDays = KEPT_DAYS }: Pick<DigestDeps, 'gather' | 'clock' | 'keptDays'>,
  { place }: Pick<AskedDigest, 'place'>,
  asked: AskedPeriod,
  zone: string,
) {
  return gather(place, periodAsked(asked, { now: clock.now(), zone, keptDays }), zone);
}
