import { expect, test } from 'vitest';
import { hostileDrafts } from '../../scripts/hostile-drafts.ts';
import { MAX_DRAFT } from '../../src/errors.ts';
import { reviewDraft } from '../../src/evaluator/evaluate.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { blocksToHtml, textToHtml } from '../../src/sandbox/blocks-to-html.ts';
import { escapeText } from '../../src/slack/views/escape.ts';
import { failureMessage } from '../../src/slack/views/failure-message.ts';
import { parentMessage } from '../../src/slack/views/parent-message.ts';
import { reviewMessage } from '../../src/slack/views/review-message.ts';

const DRAFTS = hostileDrafts().filter(({ text }) => text.length <= MAX_DRAFT);
const DANA = { id: 'U1', name: 'dana', realName: 'Dana' };
const WHOLE = /^<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/i;

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** Every tag of a page. Throws for a sign of markup that belongs to none: then a browser reads it in its own way. */
function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  for (let rest = html; ; ) {
    const at = rest.search(/[<>]/);
    if (at === -1) return tags;
    const [tag, , name = '', attributes = ''] = WHOLE.exec(rest.slice(at)) ?? [];
    if (tag === undefined) throw new Error(`this is no tag of ours: ${rest.slice(at, at + 40)}`);
    tags.push({
      name,
      attributes: [...attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, key = '', value = '']) => [
        key,
        value,
      ]),
    });
    rest = rest.slice(at + tag.length);
  }
}

const KNOWN = { people: [DANA], channel: { id: 'C0SUPPORT', name: 'support' } };

/** All that the page shows of a draft: as posted, as reviewed, as given back. */
function pagesOf(text: string): string[] {
  const review = reviewDraft(text, {}, { now: '2026-03-02T10:00:00.000Z' });
  const reply = reviewMessage(review, {
    draft: text,
    profile: 'email',
    rules: RULES,
    reviewId: 'r',
    revision: 0,
  });
  const { blocks } = parentMessage(DANA.id, text);
  return [
    blocksToHtml(blocks, KNOWN),
    blocksToHtml(reply.blocks, KNOWN),
    blocksToHtml(failureMessage('It did not work.', text).blocks, KNOWN),
    textToHtml(reply.text),
    textToHtml(escapeText(text)),
  ];
}

const PLAIN = pagesOf(
  'Hi Priya,\n\nWe are sorry if anyone was affected. Our courier lost it, but we value you.\n\nSam',
).flatMap(tagsOf);
const NAMES = new Set([...PLAIN.map(({ name }) => name), 'br']);
const ATTRIBUTES = new Set(PLAIN.flatMap(({ attributes }) => attributes.map(([key]) => key)));

test('the page of a harmless draft loads nothing, links nowhere and runs nothing', () => {
  expect([...NAMES]).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:script|img|iframe|a|form|style)$/)]),
  );
  expect([...ATTRIBUTES]).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:on|href|src)/)]));
});

test.each(Object.entries(Object.groupBy(DRAFTS, ({ kind }) => kind)))(
  'no draft of the kind "%s" adds an element or an attribute to the page',
  (_, drafts = []) => {
    for (const { id, text } of drafts) {
      for (const { name, attributes } of pagesOf(text).flatMap(tagsOf)) {
        expect([id, NAMES.has(name) || name]).toEqual([id, true]);
        for (const [key, value] of attributes) {
          expect([id, ATTRIBUTES.has(key) || key]).toEqual([id, true]);
          expect(value).not.toContain(id);
        }
      }
    }
  },
);
