import { describe, expect, test } from 'vitest';
import type { DigestFigures } from '../../src/reviews/digests/figures.ts';
import { digestMessage } from '../../src/slack/views/digest-message.ts';
import type { DigestOptions } from '../../src/slack/views/digest-options.ts';
import { digestTooLittle } from '../../src/slack/views/digest-too-little.ts';
import { spokenText } from '../../src/slack/views/spoken-text.ts';
import { SAMPLE_DIGEST } from '../support/sample-digest.ts';
import { SAMPLE_RULES } from '../support/sample-rules.ts';

const EXAMPLE = {
  before: 'We are looking into it.',
  after: 'I have sent you a new one today; it is with you on Friday.',
};

/** One of them has an example to practise with. */
const RULES = SAMPLE_RULES.map((rule) =>
  rule.id === 'repair-offer' ? { ...rule, practice: EXAMPLE } : rule,
);

const OPTIONS: DigestOptions = {
  zone: 'Europe/Berlin',
  kind: 'scheduled',
  first: false,
  merged: false,
  lateSince: undefined,
  turnedOnBy: 'Mara Lindqvist',
  frequency: 'weekly',
  rules: RULES,
};

const message = (figures: Partial<DigestFigures> = {}, options: Partial<DigestOptions> = {}) =>
  digestMessage({ ...SAMPLE_DIGEST, ...figures }, { ...OPTIONS, ...options });

/** What is read aloud, and stands on the screen. */
const read = (...args: Parameters<typeof message>) => message(...args).text.replaceAll('\u00A0', ' ');

const period = (from: string, to: string) => ({ period: { from, to } });

const without = (...names: (keyof DigestFigures)[]): Partial<DigestFigures> =>
  Object.fromEntries(names.map((name) => [name, undefined]));

test('a whole digest reads like this', async () => {
  const told = read({}, { first: true, merged: true, lateSince: '2026-11-30T08:00:00.000Z' });
  await expect(`${told}\n`).toMatchFileSnapshot('digest-message.txt');
});

describe('the days', () => {
  test.each([
    ['a week', '2026-11-22T23:00:00.000Z', '2026-11-29T23:00:00.000Z', 'here, 23 to 29 November\n'],
    [
      'two months',
      '2026-10-25T23:00:00.000Z',
      '2026-11-01T23:00:00.000Z',
      'here, 26 October to 1 November\n',
    ],
    [
      'two years',
      '2026-12-27T23:00:00.000Z',
      '2027-01-03T23:00:00.000Z',
      'here, 28 December 2026 to 3 January 2027\n',
    ],
    ['one day', '2026-11-22T23:00:00.000Z', '2026-11-23T23:00:00.000Z', 'here, 23 November\n'],
  ])('of %s are named as the channel counts them', (_, from, to, named) => {
    expect(read(period(from, to))).toContain(`Apologies drafted ${named}`);
  });

  test('that somebody asked for come with their year', () => {
    for (const kind of ['asked', 'preview'] as const)
      expect(read({}, { kind })).toContain('23 to 29 November 2026');
  });

  test('are those of the zone', () => {
    const november = period('2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z');
    expect(read(november, { zone: 'America/St_Johns' })).toContain('22 to 29 November');
  });
});

describe('what was checked', () => {
  test('is compared with the time before', () => {
    expect(read()).toContain('34 drafts by 7 people, up from 28 by 6 people in the 7 days before.');
    expect(read()).toContain('Median score 71 of 100, up from 66.');
    expect(read({ drafts: 28 })).toContain(
      '28 drafts by 7 people, as many as by 6 people in the 7 days before.',
    );
    expect(read({ drafts: 20, medianScore: 60.5 })).toMatch(
      /20 drafts .* down from 28 .*\n.*60\.5 .* down from 66/,
    );
  });

  test('says so where there is nothing to compare it with', () => {
    const told = read(without('previous'));
    expect(told).toContain(
      '34 drafts by 7 people. There was too little in the 7 days before to compare with.',
    );
    expect(told).not.toMatch(/as before|, new|from 66/);
  });

  test('shows the medians of the weeks, and that some count as one', () => {
    expect(read()).toContain('58, 61.5, 64, 66, 71 (weeks with few drafts count as one).');
    expect(read({ weeks: SAMPLE_DIGEST.weeks.slice(-2) })).toContain('Week by week, oldest first: 66, 71.');
    expect(read({ weeks: SAMPLE_DIGEST.weeks.slice(-1) })).not.toContain('Week by week');
  });

  test('writes large numbers so that they can be read', () => {
    expect(read({ drafts: 12_345, people: 1_000 })).toContain('12,345 drafts by 1,000 people');
  });
});

describe('the most common points', () => {
  test('are three, and up to five where they are common', () => {
    const told = read();
    // The fourth fault is in 2 of 34 drafts; the fourth of the missing parts in 8, the fifth in 3.
    expect(told).toContain('This sounds like a template: 3 of 34 drafts, 9 %, new');
    expect(told).not.toContain('The customer gets the blame');
    expect(told).toContain('No invitation to answer: 8 of 34 drafts, 24 %');
    expect(told).not.toContain('No word about the relationship');
  });

  test('say how their share moved', () => {
    const told = read();
    expect(told).toContain('The apology is conditional: 12 of 34 drafts, 35 %, down from 46 %');
    expect(told).toContain('No word about what you will do: 20 of 34 drafts, 59 %, up from 46 %');
    const same = { ...SAMPLE_DIGEST, weeks: [] };
    expect(read({ previous: same })).toContain(
      'Somebody else gets the blame: 9 of 34 drafts, 26 %, as before',
    );
  });

  test('call a few of many neither none nor all', () => {
    const few = { drafts: 1000, faults: [{ rule: 'blames-others', drafts: 1 }] };
    const most = { drafts: 1000, faults: [{ rule: 'blames-others', drafts: 999 }] };
    expect(read(few)).toContain('1 of 1,000 drafts, under 1 %');
    expect(read(most)).toContain('999 of 1,000 drafts, over 99 %');
  });

  test('are said to be none where there are none, and a rule of former times is left out', () => {
    const told = read({ faults: [{ rule: 'of-former-times', drafts: 5 }], missing: [] });
    expect(told).toContain('No fault came up in any of these drafts.');
    expect(told).toContain('Nothing that I look for was missing.');
  });
});

describe('what got better', () => {
  test('is a rule that came up less, and what editing added', () => {
    const told = read();
    expect(told).toContain('The apology is conditional: in 35 % of the drafts, down from 46 %');
    expect(told).toContain('14 drafts were edited and checked again: half of them gained 18 points or more');
  });

  test.each([
    [{ drafts: 1, people: 1, medianGain: 1 }, '1 draft was edited and checked again: it gained 1 point\n'],
    [{ drafts: 4, people: 3, medianGain: 0 }, 'in the median, the score stayed as it was'],
    [{ drafts: 4, people: 3, medianGain: -2.5 }, 'half of them lost 2.5 points or more'],
  ])('counts right: %j', (edited, said) => {
    expect(read({ edited })).toContain(said);
  });

  test('is left out where nothing did', () => {
    expect(read(without('better', 'edited'))).not.toMatch(/got better|edited/);
    const worse = { ...without('better'), edited: { drafts: 4, people: 3, medianGain: -2 } };
    expect(read(worse)).not.toContain('got better');
  });
});

describe('the one thing to practise', () => {
  test('has its reason, what to do, how it was found and an example', () => {
    const told = read();
    for (const part of [
      'It matters to the reader. Advice on repair-offer.',
      `An example of ours. Instead of:\n“${EXAMPLE.before}”\nTry:\n“${EXAMPLE.after}”`,
      'It came up in 20 of 34 drafts',
      'it would be 79 instead of 71',
    ])
      expect(told).toContain(part);
  });

  test('says so where no median moves, only the scores taken together', () => {
    const told = read({ practice: { rule: 'blames-others', drafts: 9, medianThen: 71 } });
    expect(told).toContain('mending it would lift the scores most, taken together.');
    expect(told).not.toContain('instead of 71');
  });

  test('is left out where nothing stands out', () => {
    expect(read(without('practice'))).not.toContain('practise');
  });
});

describe('the chart', () => {
  const chartOf = (...args: Parameters<typeof message>) =>
    message(...args).blocks.find(({ type }) => type === 'data_visualization');

  test('shows the shares of the most common faults by week; merged weeks carry their days', () => {
    expect(chartOf()).toMatchObject({
      chart: {
        axis_config: { categories: ['19 Oct', '26 Oct – 8 Nov', '9 Nov', '16 Nov', '23 Nov'] },
        series: [
          { name: 'conditional apology', data: [56, 50, 40, 46, 35].map((value) => ({ value })) },
          { name: 'blames others', data: [20, 0, 23, 32, 26].map((value) => ({ value })) },
          { name: 'canned boilerplate' },
          { name: 'blames customer' },
        ],
      },
    });
  });

  test('is told in words, a line for each fault, where Slack does not know it and to those who listen', () => {
    const { flat = [] } = message();
    expect(flat.some(({ type }) => (type as string) === 'data_visualization')).toBe(false);
    const list = flat.find(({ block_id }) => block_id === 'digest_chart');
    expect(JSON.stringify(list).replaceAll('\u00A0', ' ')).toContain(
      '"conditional apology: 56 %, 50 %, 40 %, 46 %, 35 %"',
    );
    expect(read()).toContain('\n• conditional apology: 56 %, 50 %, 40 %, 46 %, 35 %\n');
    expect(spokenText(flat)).toBe(message().text);
  });

  test('is left out with one week, or without a fault', () => {
    for (const few of [{ weeks: SAMPLE_DIGEST.weeks.slice(0, 1) }, { faults: [] }]) {
      expect(chartOf(few)).toBeUndefined();
      expect(read(few)).not.toContain('week by week, oldest first');
      expect(message(few).flat).toBeUndefined();
    }
  });
});

describe('what stands around it', () => {
  test('a first one introduces itself, a merged and a late one say why', () => {
    expect(read({}, { first: true, frequency: 'fortnightly' })).toMatch(
      /the first digest .* every two weeks/,
    );
    expect(read({}, { merged: true })).toContain('more days than usual');
    expect(read({}, { lateSince: '2026-11-30T23:30:00.000Z' })).toContain('due on 1 December');
    expect(read()).not.toMatch(/first digest|than usual|comes late/);
  });

  test('the last line says who turned it on and how to turn it off', () => {
    const last = read().split('\n').at(-1);
    expect(last).toContain(
      'once a week, turned on by Mara Lindqvist; /apology-check digest off turns it off.',
    );
    expect(last).toContain('no texts and no names are kept');
    const unknown = read({}, { turnedOnBy: undefined });
    expect(unknown).toContain('once a week; /apology-check digest off');
  });

  test('one that somebody asked for says who, and has nothing to turn off', () => {
    const asked = read({}, { kind: 'asked' });
    expect(asked).toContain('Mara Lindqvist asked for it.');
    expect(asked).not.toContain('digest off');
  });

  test('a preview is for one person, and says how the channel would get one', () => {
    expect(read({}, { kind: 'preview' })).toContain('Only you see this.');
    expect(read({}, { kind: 'preview', frequency: undefined })).toContain('/apology-check digest on');
    expect(read()).not.toContain('Only you');
  });

  test('a name that looks like a mention is a name', () => {
    const { text, blocks } = message({}, { turnedOnBy: '<!channel>' });
    expect(text).toContain('turned on by &lt;!channel&gt;');
    expect(blocks.at(-1)).toMatchObject({ elements: [{ type: 'plain_text' }] });
  });
});

describe('a period with too little', () => {
  const NEEDED = { drafts: 5, people: 3 };
  const tooLittle = (days: number, counts: { drafts: number; people: number }) => {
    const from = '2026-11-22T23:00:00.000Z';
    const to = new Date(Date.parse(from) + days * 86_400_000).toISOString();
    const told = { period: { from, to }, zone: 'Europe/Berlin', ...counts, needed: NEEDED };
    return digestTooLittle(told).text;
  };

  test('says what is needed, why, and what may hold enough', () => {
    const told = tooLittle(7, { drafts: 4, people: 3 });
    expect(told).toContain('23 to 29 November 2026');
    expect(told).toContain('There were 4 drafts in these days.');
    expect(told).toContain('at least 5 drafts by 3 people, so that it points at nobody');
    expect(told).toMatch(/\/apology-check digest 30d$/);
  });

  test('tells no number where it would be one of one or two people', () => {
    for (const drafts of [0, 1, 17]) expect(tooLittle(7, { drafts, people: 2 })).not.toMatch(/There w|17/);
  });

  test('suggests nothing that is not longer', () => {
    expect(tooLittle(31, { drafts: 4, people: 3 })).toMatch(/digest 90d$/);
    expect(tooLittle(90, { drafts: 4, people: 3 })).not.toContain('/apology-check');
  });
});
