import alex from 'alex';
import { retext } from 'retext';
import retextEquality from 'retext-equality';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextProfanities from 'retext-profanities';
import retextReadability from 'retext-readability';
import retextSimplify from 'retext-simplify';
import writeGood from 'write-good';

const sixPlugins = retext()
  .use(retextEquality)
  .use(retextIntensify)
  .use(retextPassive)
  .use(retextProfanities)
  .use(retextReadability)
  .use(retextSimplify)
  .freeze();

/** What somebody would take instead: reads prose and says what could be better. */
export const PROSE_READERS = {
  'write-good': (text: string): unknown => writeGood(text),
  alex: (text: string): unknown => alex(text),
  'retext, six plugins': (text: string): unknown => sixPlugins.processSync(text).messages,
} as const;
