import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAskModel } from '../../../src/adapters/engines/llm/ask-model.ts';
import { createLlmEngine } from '../../../src/adapters/engines/llm/llm-engine.ts';
import { personalDataIn } from '../../../src/adapters/engines/llm/personal-data.ts';
import type { Context } from '../../../src/evaluator/context.ts';
import { type StubModel, startStubModel } from '../../support/stub-model.ts';

const PRIVATE = [
  'priya.shah@example.com',
  'https://track.example.com/p/9f3?u=priya',
  'www.example.org/orders',
  'shop.example.co.uk/basket',
  '+44 20 7946 0958',
  '(020) 7946 0958',
  '07700 900123',
  '555-867-5309',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  'GB29 NWBK 6016 1331 9268 19',
  '#A-10293',
  'AB-48213',
  'ZX81QP77',
  '88120',
  '2026/004512',
  '@priya_shah',
  '<@U02AB12CD>',
];

const NAMES: Context = {
  customer_name: 'Ms Priya Shah',
  sender_name: 'Dana Weber',
  owner: 'Kim',
  escalation_contact: 'Jo (legal@example.com)',
};

describe('what is hidden', () => {
  test.each(PRIVATE)('%s, and it comes back', (value) => {
    const draft = `I am sorry about ${value}, which came late.`;
    const personal = personalDataIn(draft, {});
    const hidden = personal.hide(draft);
    expect(hidden).not.toContain(value);
    expect(hidden).toMatch(/^I am sorry about [A-Z]+_1, which came late\.$/);
    expect(personal.restore(hidden)).toBe(draft);
  });

  test.each(['Priya', 'priya', 'Shah', 'Ms Priya Shah', 'Dana Weber', 'Kim'])(
    'the name %s, when the context gives it',
    (name) => {
      const draft = `Dear ${name}, sorry.`;
      expect(personalDataIn(draft, {}).hide(draft)).toBe(draft);
      expect(personalDataIn(draft, NAMES).hide(draft)).toBe('Dear NAME_1, sorry.');
    },
  );

  test('the same value every time by the same placeholder, one that the draft does not use itself', () => {
    const draft = 'EMAIL_1 is our code. Write to a@b.example or c@d.example; a@b.example is quicker.';
    expect(personalDataIn(draft, {}).hide(draft)).toBe(
      'EMAIL_1 is our code. Write to EMAIL_2 or EMAIL_3; EMAIL_2 is quicker.',
    );
  });

  test.each([
    '£40',
    '$1,250.00',
    '€15000',
    '12 %',
    '12:30',
    'on 3 March',
    'ten days',
    '20 minutes',
    'a 5-star stay',
  ])('not %s: a rewrite has to keep it', (fact) => {
    const draft = `We took ${fact} too much.`;
    expect(personalDataIn(draft, {}).hide(draft)).toBe(draft);
  });

  test('any text comes back as it was', () => {
    const any = fc.array(fc.oneof(fc.constantFrom(...PRIVATE, 'Priya', ' ', ', ', 'sorry '), fc.string()));
    fc.assert(
      fc.property(any, (parts) => {
        const draft = parts.join(' ');
        const { hide, restore } = personalDataIn(draft, NAMES);
        expect(restore(hide(draft))).toBe(draft);
      }),
    );
  });

  test.each(['1', 'a@', '#', '0 ', 'www.', '+', 'A1', '-', '<@'])('a long run of %s, too', (unit) => {
    const draft = unit.repeat(12_000 / unit.length);
    const { hide, restore } = personalDataIn(draft, {});
    expect(restore(hide(draft))).toBe(draft);
  });
});

describe('over the wire', () => {
  let stub: StubModel;
  let answer = '';
  beforeAll(async () => {
    stub = await startStubModel(() => ({ text: answer }));
  });
  beforeEach(() => stub.heard.splice(0));
  afterAll(() => stub.close());

  const engine = () =>
    createLlmEngine({
      name: 'stub',
      ask: createAskModel({ provider: 'openai-compatible', model: 'm', baseUrl: stub.baseUrl }),
    });

  test('no such value is sent, neither of the draft nor of the context, in the second request either', async () => {
    const context: Context = {
      ...NAMES,
      what_happened: `Priya Shah wrote from priya.shah@example.com about ${PRIVATE.join(' and ')}.`,
      customer_words: 'My number is 07700 900123.',
      promises: [{ what: 'call 07700 900123', by: 'Kim' }],
      authority: ['credit on 4111 1111 1111 1111'],
    };
    const draft = `Hi Priya, sorry. ${PRIVATE.map((value) => `I mean ${value}.`).join(' ')} Best, Dana Weber`;
    answer = 'no JSON at all';
    await engine()
      .review(draft, context)
      .catch(() => undefined);
    expect(stub.heard).toHaveLength(2);
    const wire = stub.heard.map(({ body }) => body).join('\n');
    expect(wire).toContain('I mean EMAIL_1.');
    for (const value of [...PRIVATE, 'Priya', 'Shah', 'Dana', 'Weber', 'priya', '07700'])
      expect([value, wire.includes(value)]).toEqual([value, false]);
  });

  test('a quote with a placeholder in it is cited from the draft as the sender wrote it', async () => {
    const draft =
      'Hi Priya, sorry. Our mistake.\nWe answer every mail to dana@example.com,\n  as you can see.';
    const quote = 'We answer every mail to EMAIL_1, as you can see';
    answer = JSON.stringify({ findings: [{ rule: 'defensiveness', quotes: [quote] }], rewrite: '' });
    const { findings } = await engine().review(draft, NAMES);
    const cited = 'We answer every mail to dana@example.com,\n  as you can see';
    const start = draft.indexOf(cited);
    expect(findings.find(({ rule }) => rule === 'defensiveness')).toMatchObject({
      status: 'present',
      evidence: [{ start, end: start + cited.length, quote: cited }],
    });
  });

  test('a rewrite with placeholders is shown with what they stand for', async () => {
    const draft =
      "Hi Priya, we're sorry if anyone was affected. We sent parcel 88120 to the wrong address and we will refund you today. Best, Dana";
    answer = JSON.stringify({
      findings: [],
      rewrite:
        "Hi NAME_1, we're sorry. We sent parcel ID_1 to the wrong address and we will refund you today. Best, NAME_2",
    });
    const { rewrite } = await engine().review(draft, {
      ...NAMES,
      customer_name: 'Priya',
      sender_name: 'Dana',
    });
    expect(rewrite?.text).toBe(
      "Hi Priya, we're sorry. We sent parcel 88120 to the wrong address and we will refund you today. Best, Dana",
    );
  });
});
