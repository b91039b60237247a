/** Words that carry grammar rather than content; the first other word after a subject is taken as its verb. */
export const FUNCTION_WORDS = new Set(
  'i we you he she they it this that there my our your his her their its the a an me us them not no nobody and but or if because so for to of in on at with from by is are was were be been being am have has had do does did will would can could should may might must shall who what when where why how which any all just only very too also again still yet never always please'.split(
    ' ',
  ),
);

const ENDINGS = [
  'ations',
  'ation',
  'ings',
  'ing',
  'edly',
  'ments',
  'ment',
  'ed',
  'ers',
  'er',
  'es',
  'ly',
  's',
];

const ENDINGS_BY_LETTER = Map.groupBy(ENDINGS, (ending) => ending.at(-1));

/** The word without its ending: enough to make "refunded" and "refunds" alike; no linguist's stem. */
function stem(word: string): string {
  const ending = ENDINGS_BY_LETTER.get(word.at(-1))?.find((end) => word.endsWith(end));
  return ending ? word.slice(0, -ending.length) : word;
}

/** Shorter words say too little without their ending. */
const SHORTEST = 5;

/** The stems of the words that carry content. */
export const stemsOf = (tokens: readonly string[]): string[] =>
  tokens.filter((word) => word.length >= SHORTEST && !FUNCTION_WORDS.has(word)).map(stem);
