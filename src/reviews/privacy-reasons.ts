import type { PrivacyReason, ReviewRequest } from './ports.ts';

const REASONS: Readonly<Record<PrivacyReason, string>> = {
  channel: 'In this channel my answers are for the person who asks, so only you see this.',
  colleague: "Here I look at a colleague's message for the person who asks, so only you see this.",
  outsiders: 'People from outside your organisation are in this channel, so only you see this.',
};

/** Says why an answer is private that nobody asked to be; `undefined` where the person did. */
export const becausePrivate = ({
  privateBecause,
}: Pick<ReviewRequest, 'privateBecause'>): string | undefined =>
  privateBecause === undefined ? undefined : REASONS[privateBecause];
