import type { HeaderBlock, ModalView, RichTextElement } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import { type Grade, SOURCES } from '../../evaluator/sources.ts';
import { cutText, LIMITS } from './limits.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';
import { words } from './words.ts';

const GRADES: Readonly<Record<Grade, string>> = {
  A: 'seen with real customers',
  B: 'seen in experiments',
  C: 'what practice and experts advise',
};

/** Enough to see the line between the two; more would bury it. */
const EXAMPLES = 4;

/** Why a rule matters: its reason, what to do, good and bad examples, and what all of it rests on. */
export function whyModal(rule: Rule): ModalView {
  const { good, bad } = examplesOf(rule);
  const sources = rule.sources.map((key) => SOURCES[key]).toSorted((a, b) => a.grade.localeCompare(b.grade));
  return {
    type: 'modal',
    title: words('Why this matters'),
    close: words('Close'),
    blocks: [
      heading(rule.title),
      richText(paragraph(plain(rule.why))),
      heading('What to do'),
      richText(paragraph(plain(rule.advice))),
      ...[bad, good].flatMap(({ title, texts }) =>
        texts.length > 0 ? [heading(title), examples(texts)] : [],
      ),
      heading('What this rests on'),
      richText(
        list(
          'bullet',
          sources.map(({ finding, cite, grade }) => plain(`${finding} ${cite} (${GRADES[grade]}).`)),
        ),
      ),
    ],
  };
}

interface Examples {
  readonly title: string;
  readonly texts: readonly string[];
}

/** The near misses of a fault are not better than anything, but they are all right. */
function examplesOf({ kind, examples: all }: Rule): { good: Examples; bad: Examples } {
  if (kind === 'component')
    return {
      good: { title: 'This does it', texts: all.present },
      bad: { title: 'Not enough yet', texts: all.absent },
    };
  return {
    good: { title: 'This is fine', texts: all.passes },
    bad: { title: 'Better not', texts: all.flags },
  };
}

const examples = (texts: readonly string[]) =>
  richText(list('bullet', texts.slice(0, EXAMPLES).map(withoutMarks)));

/** The words between « and » in bold, and the marks gone: they are for the tests. */
const withoutMarks = (text: string): RichTextElement[] =>
  text
    .split(/«([^»]*)»/)
    .flatMap((piece, index) => (piece === '' ? [] : index % 2 === 1 ? bold(piece) : plain(piece)));

const heading = (text: string): HeaderBlock => ({
  type: 'header',
  text: words(cutText(text, LIMITS.header)),
});
