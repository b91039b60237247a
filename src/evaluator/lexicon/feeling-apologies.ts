import { SORRY, VERY } from './apology-words.ts';
import { gap } from './clause-words.ts';
import { FEELING } from './feelings.ts';

const REACTION = String.raw`(?:you|u)(?:'re|'ve| are| were| have been| may| might| have)? ${gap(2)}(?:feel|felt|found|find|think|thought|believe|perceived?|consider(?:ed)?|regard|see it|saw it|view|took|take (?:it|this|offence)|taken (?:it|offence)|didn't (?:like|enjoy|warm to|care for)|did not (?:like|enjoy|warm to|care for)|got the impression|(?:came|left|come|went) away with|took exception|misunderstood|misread|read (?:our|it|my)|see (?:our|it|this|my)|(?:aren't|weren't|wasn't|are not|were not|'re not) (?:\w+ )?(?:happy|thrilled|satisfied|pleased|in love|keen|impressed|among them)|don't think|some of you are (?:un)?happy|${FEELING})`;
/** Source of a pattern: an apology whose object is the reader's feeling, opinion or reaction. */
export const FEELING_OBJECT = String.raw`(?:i'?m |we'?re |i am |we are )?(?:${VERY} )?\b${SORRY}\b,? (?:${VERY} )?(?:that |if |how |to (?:hear|learn|see|read) (?:that )?)?(?:${REACTION}|for (?:any |your |the |all the )?(?:upset|frustration|disappointment|annoyance|distress|offence|anger|hurt feelings)\b|(?:this|that|it|our \w{2,12}|the \w{2,12}|\w{3,12})(?:'s| has| have)? (?:upset|offended|disappointed|annoyed|came as|comes as|got under|came across|looks? \w+ to you|(?:is|was|are|were)(?:n't| not) (?:your|to your) (?:cup|taste|liking)|(?:is|was|'s) your (?:takeaway|view|impression)|wasn't to your|was not to your|left you (?:feeling )?(?:upset|unhappy|disappointed)))`;

/** No `explicit-apology`, and no recognition of the effect either. */
export const FEELING_IS_OBJECT = new RegExp(FEELING_OBJECT, 'i');
