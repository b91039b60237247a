import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestScheduleSchema } from '../../src/reviews/digests/schedule.ts';
import { readCommand } from '../../src/slack/commands/command-words.ts';
import { type DigestWish, readDigestWords } from '../../src/slack/commands/digest-words.ts';
import { readTime } from '../../src/slack/commands/read-time.ts';
import { digestUsage } from '../../src/slack/views/digest-usage.ts';
import { literalText } from '../support/literal-text.ts';

const usual = { frequency: 'weekly', day: 'monday', time: '09:00', zone: undefined };

describe('what is understood', () => {
  test.each<[string, DigestWish]>([
    ['', { kind: 'preview', period: { days: 7 } }],
    ['30d', { kind: 'preview', period: { days: 30 } }],
    ['2026-10', { kind: 'preview', period: { month: '2026-10' } }],
    ['here now', { kind: 'here now', period: { days: 7 } }],
    ['Here NOW 2026-10', { kind: 'here now', period: { month: '2026-10' } }],
    ['off', { kind: 'off' }],
    ['Status', { kind: 'status' }],
    ['help', { kind: 'usage' }],
    ['?', { kind: 'usage' }],
    ['on', { kind: 'on', wanted: undefined }],
  ])('digest %s', (typed, wish) => {
    expect(readDigestWords(typed)).toEqual(wish);
  });

  test.each<[string, object]>([
    ['weekly', {}],
    ['fortnightly', { frequency: 'fortnightly' }],
    ['monthly', { frequency: 'monthly', day: 1 }],
    ['friday', { day: 'friday' }],
    ['Fri 9.30pm BERLIN', { day: 'friday', time: '21:30', zone: 'Europe/Berlin' }],
    ['berlin 9:30PM fri', { day: 'friday', time: '21:30', zone: 'Europe/Berlin' }],
    ['new york 14h', { time: '14:00', zone: 'America/New_York' }],
    ['new_york, 14h', { time: '14:00', zone: 'America/New_York' }],
    ['every monday at 9 am in dar es salaam', { time: '09:00', zone: 'Africa/Dar_es_Salaam' }],
    ['monthly 15', { frequency: 'monthly', day: 15 }],
    ['15 monthly 9am', { frequency: 'monthly', day: 15 }],
    ['31st', { frequency: 'monthly', day: 31 }],
    ['monthly last', { frequency: 'monthly', day: 31 }],
    ['on the last day of every month', { frequency: 'monthly', day: 31 }],
    ['monthly tue', { frequency: 'monthly', day: 'tuesday' }],
    ['weekly monday Monday 9:00 09:00', {}],
  ])('digest on %s', (typed, differing) => {
    expect(readDigestWords(`on ${typed}`)).toEqual({ kind: 'on', wanted: { ...usual, ...differing } });
  });

  test.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['9.00', '09:00'],
    ['9am', '09:00'],
    ['9:30pm', '21:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['14h', '14:00'],
    ['9h30', '09:30'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['9:60', undefined],
    ['13pm', undefined],
    ['0am', undefined],
    ['9', undefined],
  ])('%s is the time %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});

describe('what is not understood is answered with what was probably meant, and nothing is done', () => {
  test.each([
    ['on wekly', 'on weekly'],
    ['on wekly friday 9am', 'on weekly friday 9am'],
    ['on Europe/Berln', 'on Europe/Berlin'],
    ['on new yrok', 'on America/New_York'],
    ['on tokio', 'on Asia/Tokyo'],
    ['on thrusday', 'on thursday'],
    ['on biweekly', 'on fortnightly'],
    ['weekly', 'on weekly'],
    ['monday 9:00', 'on monday 9:00'],
    ['wekly', 'on weekly'],
    ['of', 'off'],
    ['stauts', 'status'],
    ['status now', 'status'],
    ['30', '30d'],
    ['30 days', '30d'],
    ['now', 'here now'],
    ['here', 'here now'],
    ['here today', 'here now'],
    ['here now please', 'here now 30d'],
  ])('digest %s: digest %s', (typed, meant) => {
    expect(readDigestWords(typed)).toMatchObject({ kind: 'unclear', meant });
    expect(digestUsage({ problem: 'x', meant, typed }).text).toContain(
      `Did you mean /apology-check digest ${meant}?`,
    );
    // What is offered can be typed as it stands.
    expect(readDigestWords(meant).kind).not.toBe('unclear');
  });

  test.each([
    ['on weekly 15th', /goes with "monthly" only/],
    ['on fortnightly last', /goes with "monthly" only/],
    ['on 9:00 10:00', /two times in this, "9:00" and "10:00"/],
    ['on monday tuesday', /two days/],
    ['on monthly 3 friday', /two days/],
    ['on weekly monthly', /two answers to how often/],
    ['on berlin tokyo', /two time zones/],
    ['on 25:00', /"25:00" is no time of day/],
    ['on 9', /9 may be a time or a day/],
    ['on monthly 32', /No month has a day 32/],
    ['on monthly 0', /No month has a day 0/],
    ['on cet', /I don't know "cet"/],
    ['2026-13', /"2026-13" is no period/],
    ['30d please', /30d, or of a month/],
  ])('digest %s', (typed, says) => {
    expect(readDigestWords(typed)).toMatchObject({ kind: 'unclear', problem: expect.stringMatching(says) });
  });

  test('and gives back what was typed', () => {
    const { text, blocks } = digestUsage({
      problem: "I don't know it.",
      meant: undefined,
      typed: 'on <hold>',
    });
    expect(literalText(blocks)).toContain('digest on <hold>');
    expect(text).toContain('digest on &lt;hold&gt;');
    expect(literalText(digestUsage().blocks)).not.toContain('what you typed');
  });
});

const anyWord = fc.oneof(
  fc.constantFrom('on', 'off', 'here', 'now', 'monthly', 'fri', 'last', '15', '31st', '9am', '9', '30d'),
  fc.constantFrom(
    'new',
    'york',
    'berlin',
    'Europe/Berln',
    'at',
    'Etc/GMT+2',
    '<@U1>',
    '__proto__',
    'constructor',
    'wekly',
    'Tokio',
    'of',
    '2026-10',
  ),
  fc.string(),
);

test('any words are read as something: a schedule that can be kept, or words that mean something instead', () => {
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 12 }), (words) => {
      for (const typed of [words.join(' '), `on ${words.join(' ')}`]) {
        const wish = readDigestWords(typed);
        if (wish.kind === 'unclear' && wish.meant !== undefined)
          expect(readDigestWords(wish.meant).kind).not.toBe('unclear');
        if (wish.kind !== 'on' || wish.wanted === undefined) continue;
        const { zone = 'UTC', ...wanted } = wish.wanted;
        expect(digestScheduleSchema.safeParse({ ...wanted, zone }).success).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

describe('"digest" and drafts', () => {
  test.each(['digest', 'Digest on friday', 'digest on hold, sorry about that'])(
    '%s is about digests',
    (typed) => {
      expect(readCommand(typed)).toEqual({ kind: 'digest', words: typed.replace(/^digest ?/i, '') });
    },
  );

  test('words that are understood are about digests however many there are', () => {
    const words = 'on the last day of every month at 9 am in dar es salaam';
    expect(readCommand(`digest ${words}`)).toEqual({ kind: 'digest', words });
  });

  test.each([
    'Digest mails went missing last night, and I am sorry that nobody told you.',
    'Digests went missing, sorry.',
    'Ingest jobs failed. We are sorry.',
  ])('"%s" is a draft', (draft) => {
    expect(readCommand(draft)).toEqual({ kind: 'draft', draft, visibility: 'thread' });
  });

  test('a mistyped "digest" is told, and neither done nor posted', () => {
    expect(readCommand('digset')).toEqual({ kind: 'help', unknown: 'digset', meant: 'digest' });
    expect(readCommand('digset on friday')).toEqual({
      kind: 'help',
      unknown: 'digset',
      meant: 'digest on friday',
    });
  });
});
