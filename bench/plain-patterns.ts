import { matchesOf } from '../src/evaluator/matches.ts';

/** What a first try at the bot would search a draft for, with nothing around it. */
const PHRASES = `
sorry|sincerely sorry|very sorry|deeply sorry|so sorry|truly sorry|apologi[sz]e|apolog(?:y|ies)|sincere apologies|regret
unfortunately|inconvenience|any inconvenience|inconvenience caused|this may have caused|if you felt|if we|if anyone
you feel that|that you feel|the way you feel|however|but we|although|because|due to|owing to|as a result of
circumstances beyond|beyond our control|technical (?:issue|difficulties|problem)|unexpected|unforeseen|high (?:volume|demand)
mistakes were made|was (?:lost|missed|delayed)|were (?:lost|missed|delayed)|has been|have been|it appears|it seems
our (?:courier|supplier|partner)|third[- ]party|the (?:driver|agent|team)|our records|our system|according to|policy
terms and conditions|as per|you should have|you failed|you did not|your fault|you must|calm down|please understand
we understand|i understand|frustrat(?:ed|ing|ion)|disappoint(?:ed|ing|ment)|upset|hear that|valued customer|dear customer
we take this|very seriously|our fault|we failed|we should have|my mistake|our mistake|responsib(?:le|ility)
refund(?:ed)?|replace(?:d|ment)?|credit(?:ed)?|voucher|discount|free of charge|compensat(?:e|ion)|by (?:monday|friday|tomorrow)
within d+ (?:hours|days)|will (?:call|send|refund)|never happen again|guarantee|promise|we have (?:changed|fixed|added)
in future|going forward|thank you|patience|feedback|contact us|reply to|get in touch|look forward|loyal|continue to
make (?:it|this) right|prevent
`;

/** A hundred of them, each a plain regular expression of its own. */
const PATTERNS = PHRASES.trim()
  .split(/[|\n](?![^(]*\))/)
  .map((phrase) => new RegExp(String.raw`\b${phrase}\b`, 'gi'));

if (PATTERNS.length !== 100) throw new Error(`there are ${PATTERNS.length} plain patterns`);

/** Every match of a hundred plain regular expressions: what reading with patterns costs at the very least. */
export const matchPlainPatterns = (text: string): unknown =>
  PATTERNS.map((pattern) => matchesOf(pattern, text));
