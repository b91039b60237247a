/** A performed apology word, both spellings, chat forms included; no *regret*, *afraid*, *unfortunately*. */
export const SORRY = String.raw`(?:s+o+r+y+|sorr(?:ies|ier)|sry|soz|aplog\w{2,6}|apolog(?:y|ies|i[sz]es?|i[sz]ed|i[sz]ing|etic)|apols|pardon us|pardon me|forgive (?:us|me)|mea culpa|(?:ask(?:ing)?|beg(?:ging)?) (?:for )?your (?:kind )?pardon|(?:all )?(?:my|our) excuses|excuse (?:us|myself|ourselves))`;

/** Adverbs that stand before an apology word without changing what it does. */
export const VERY = String.raw`(?:so|very|truly|really|deeply|terribly|awfully|extremely|genuinely|sincerely|most|ever so|dead|dreadfully|incredibly|super|just|also|too)`;

/** Sorry that is no apology: sympathy at news, politeness, a softened refusal. */
export const NO_APOLOGY =
  /\bsorry (?:to (?:hear|learn|read|see|bother|trouble|say|tell|inform|disappoint)|for your (?:loss|troubles?|bereavement)|not sorry|\?)|\bnot sorry\b|\bno need to (?:say sorry|apologi[sz]e)\b|^sorry,? (?:could|can|would|what|which|who|where)\b|\bsorry(?:,| but| to say)? ?(?:but )?(?:we|i|it|this|that)(?: am| are| is|'re|'m|'s)? (?:can't|cannot|can not|won't|don't|unable|not able|not possible|no longer)\b/i;
