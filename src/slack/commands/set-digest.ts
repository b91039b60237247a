import { DEFAULT_SCHEDULE } from '../../reviews/digests/schedule.ts';
import { callerOf } from '../caller.ts';
import { showInChannel } from '../tell-caller.ts';
import { digestRefusal, digestTurnedOff, digestTurnedOn } from '../views/digest-answers.ts';
import { digestStatus } from '../views/digest-status.ts';
import type { Message } from '../views/message.ts';
import type { AskedDigest, DigestParts } from './digest-parts.ts';
import type { WantedSchedule } from './schedule-words.ts';
import { turnOnFor } from './turn-on-for.ts';

const USUAL = { ...DEFAULT_SCHEDULE, zone: undefined };
/** So far back the last digest that was posted is looked for. */
const LATEST = 20;

/**
 * `digest on`, without more words as it was set up before. It is confirmed in the channel, which shows whether
 * the bot may post there; resolves to what the person is told alone where it could not be.
 */
export async function setDigestOn(
  digests: Pick<DigestParts, 'store' | 'turnOn'>,
  { client, place, at }: AskedDigest,
  wanted: WantedSchedule | undefined,
): Promise<Message | undefined> {
  const [caller, before] = await Promise.all([callerOf(client, at.userId), digests.store.schedule(place)]);
  if (caller.isOutsider) return digestRefusal();
  const { zone = caller.zone, ...schedule } = wanted ?? before?.schedule ?? USUAL;
  const turnedOn = await turnOnFor(digests, { place, before }, { ...schedule, zone }, at.userId);
  const { isShown, because } = await showInChannel(client, at, digestTurnedOn(turnedOn));
  return isShown ? undefined : digestTurnedOn({ ...turnedOn, because });
}

/** `digest off`. */
export async function setDigestOff(
  { store }: Pick<DigestParts, 'store'>,
  { client, place, at }: AskedDigest,
): Promise<Message> {
  const [caller, before] = await Promise.all([callerOf(client, at.userId), store.schedule(place)]);
  if (caller.isOutsider) return digestRefusal();
  await store.turnOff(place);
  return digestTurnedOff(before?.state);
}

/** `digest status`. */
export async function tellStatus(
  { store }: Pick<DigestParts, 'store'>,
  { place }: AskedDigest,
): Promise<Message> {
  const [kept, latest] = await Promise.all([store.schedule(place), store.latest(place, LATEST)]);
  return digestStatus({ kept, latest });
}
