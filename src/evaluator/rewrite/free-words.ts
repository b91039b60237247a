const words = (list: string): readonly string[] => list.split(' ');

/**
 * Words that a rewrite by somebody else may add, because none of them says what happened, to whom, how much, when,
 * or what will be done. No negation is among them: it would turn a fact round.
 */
export const FREE_WORDS: ReadonlySet<string> = new Set([
  ...words('a an the this that these those such which who whom whose what it its there here'),
  ...words(
    'i me my mine myself we us our ours ourselves you your yours yourself he him his she her they them their',
  ),
  ...words('am is are was were be been being have has had having do does did doing'),
  ...words('will would can could should may might must shall let'),
  ...words(
    'and or so as if when while because since where how why than then that though also too very really',
  ),
  ...words('to of in on at by for from with about into over after before during through between out up down'),
  ...words('sorry apology apologies apologise apologize apologised apologized sincere truly deeply'),
  ...words('thank thanks you please dear hi hello regards'),
  ...words('understand understandable know see realise realize hear imagine feel felt'),
  ...words(
    'frustrating frustration upsetting disappointing disappointment annoying worrying stressful difficult',
  ),
  ...words(
    'trouble inconvenience situation matter issue experience way thing things part all any some more most',
  ),
  ...words('caused cause happened happen made make put took take gave give given got get let meant'),
  ...words('mistake wrong right better own ours responsibility responsible fault'),
  ...words('able want like tell told telling raise raised raising reply write wrote patience time'),
]);
