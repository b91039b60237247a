import type { FullContext } from './context.ts';
import type { Draft } from './draft.ts';

/** The rubric's channel profiles (section 1): which components a message of this kind needs. */
export type Profile = 'email' | 'chat' | 'review' | 'status-open' | 'status-resolved' | 'script';

/** Longer chat messages are judged like an e-mail (rubric, section 1: "chat, ≤ 40 words"). */
const CHAT_WORDS = 40;

/** Picks the profile for a draft: the channel, and for a chat its length, for a status page whether the cause is known. */
export function profileOf(draft: Draft, context: FullContext): Profile {
  switch (context.channel) {
    case 'email':
    case 'letter':
    case 'slack_draft':
      return 'email';
    case 'chat':
    case 'social':
    case 'sms':
      return draft.wordCount <= CHAT_WORDS ? 'chat' : 'email';
    case 'review_reply':
      return 'review';
    case 'script':
      return 'script';
    case 'incident_report':
      return 'status-resolved';
    case 'status_page':
      return causeUnknown(draft, context) ? 'status-open' : 'status-resolved';
  }
}

const OVER =
  /\b(?:resolved|restored|fixed|recovered|back (?:up|to normal|online|in service)|(?:is|are|was|were) working again|post-?mortem|has (?:now )?ended|root cause was)\b/i;
const OPEN =
  /\b(?:investigating|do(?:n't| not) (?:yet )?know|not yet known|cause is (?:still )?unknown|unclear|looking into|next (?:update|post|word)|still (?:down|failing|broken|out|looking|working)|(?:monitoring|identified) )/i;

/** Whether the message goes out before the cause is known. */
export function causeUnknown(draft: Draft, context: FullContext): boolean {
  if (context.root_cause !== undefined) return context.root_cause.trim().toLowerCase() === 'unknown';
  if (context.channel !== 'status_page') return false;
  return OPEN.test(draft.prose) || !OVER.test(draft.prose);
}
