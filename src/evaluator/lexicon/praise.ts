/** Praise of one's own house: prizes, ranks, ratings, a clean record. */
export const OWN_PRAISE = new RegExp(
  String.raw`\b(?:${[
    'award[- ]winning|prize[- ]winning|best[- ]in[- ]class|world[- ]class',
    String.raw`(?:won|winning|winners? of|times winner of) (?:\w+ ){0,4}(?:awards?|prizes?|competitions?|titles?|of the year)`,
    String.raw`(?:voted|named|crowned|rated|ranked) (?:\w+'s |the |as |among |amongst |best|outstanding|excellent|number|no\.?|#|top|highest|favourite|favorite)+`,
    String.raw`(?:number one|number 1|no\.? ?1|#1) (?:\w+ ){0,3}(?:in|on|for|across|app|store|choice|provider|brand)`,
    String.raw`(?:most |highest[- ]|best[- ]|top[- ])(?:rated|reliable|loved|trusted)\b`,
    String.raw`(?:the )?(?:best(?! will)|highest|finest|safest|fastest|most \w+) (?:\w+ ){0,3}(?:in (?:the )?(?:town|country|county|city|area|region|world|sector|business|market|industry|uk)|on the market)`,
    'best in town|best-of-show|record-breaking|first-class (?:support|service)|outstanding value',
    'compares? favourably|newly refurbished|(?:prides?|prided) (?:ourselves|itself|themselves)',
    String.raw`we (?:are|'re|were) (?:\w+ )?(?:proud|humbled|pleased) (?:of our|to (?:have|be|say)|by (?:how|the))`,
    "(?:is|are) proud to|(?:are|be|is|'re) known (?:for|across|throughout|in|as)",
    String.raw`[1-5][.,]\d(?: |-)(?:stars?|average|rating)`,
    String.raw`[\d,]{3,9} (?:positive |happy )?(?:ratings|reviews|followers|downloads)`,
    '(?:five|5)[- ]star (?:hospitality|service|average|rating|record|reviews)',
    String.raw`are (?:all )?five stars?|\d{1,3}(?:\.\d+)? ?% uptime`,
    String.raw`\d{1,3} years (?:in business|of (?:excellence|experience|trading))|spotless record`,
    '(?:trained to|hold ourselves to) the (?:very )?highest standards?',
  ].join('|')})`,
  'gi',
);

/** A sales pitch: something to buy, to try, to download, to renew. */
export const SALES_PITCH = new RegExp(
  String.raw`\b(?:${[
    String.raw`(?:check out|discover|explore|introduce|introducing|hear about|try|tried|love you to (?:try|see)|come back (?:soon )?for) our (?!(?:very |level )?(?:best|hardest|utmost|help|faq|support|guide|status))(?:\w+[- ]){0,3}\w+`,
    '(?:tempt|interest) you (?:with|in)|have you (?:considered|tried|thought about|heard about)',
    'fancy (?:booking|trying|upgrading|a )|why not (?:upgrade|try|book|treat|switch|join|download)',
    String.raw`(?:like|love|consider|want|wish) to upgrade|upgrade to (?:\w+ ){1,3}(?:today|now|and|for)`,
    String.raw`upgrading to|download (?:our|the|it) (?:\w+ )?(?:app|now)|book (?:early|now|your next)`,
    '(?:purchase|buy|order) our',
    String.raw`our new (?:\w+[- ]){1,3}(?:pays|costs|starts|opens|launches|offers|is here|range|tier|menu|cover|account|collection)`,
    String.raw`(?:is|are) \d{1,2} ?% off`,
    String.raw`\d{1,2} ?% off (?:\w+ ){1,4}(?:booked|before|until|till|this|with|your next booking)`,
    String.raw`new drop|save \d{1,2} ?%`,
    'treat yourself|book direct|exciting (?:new )?features',
  ].join('|')})`,
  'gi',
);
