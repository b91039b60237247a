import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checklistOf } from '../../src/evaluator/checklist.ts';
import { evaluate } from '../../src/evaluator/evaluate.ts';
import type { Profile } from '../../src/evaluator/profile.ts';
import type { Finding, Review } from '../../src/evaluator/review.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { scoreFindings } from '../../src/evaluator/score.ts';
import { decodeState, encodeState } from '../../src/slack/review-state.ts';
import { SAMPLE_RULES } from '../support/sample-rules.ts';

const PROFILES: readonly Profile[] = ['email', 'chat', 'review', 'status-open', 'status-resolved', 'script'];

const findings = (maxSpans: number): fc.Arbitrary<readonly Finding[]> => {
  const span = fc
    .tuple(fc.nat(11_000), fc.integer({ min: 1, max: 400 }))
    .map(([start, length]) => ({ start, end: start + length, quote: 'words of the draft' }));
  const finding = ({ id, kind }: (typeof RULES)[number]) =>
    fc
      .record({
        status: fc.constantFrom('present' as const, 'absent' as const, 'na' as const),
        evidence: fc.array(span, { maxLength: maxSpans }),
      })
      .map(({ status, evidence }) => ({
        rule: id,
        kind,
        status,
        evidence: status === 'present' ? evidence : [],
      }));
  return fc.tuple(...RULES.map(finding));
};

const fixesOf = (made: readonly Finding[], profile: Profile): string[] => {
  const { band, score } = scoreFindings(made, profile, RULES);
  const review: Review = {
    ...{ version: 1, engine: 'rules', notAnApology: false, advisories: [] },
    ...{ band, score, findings: made },
  };
  return checklistOf(review, RULES, profile).fixes.map(({ rule }) => rule);
};

test('a review comes back from a block id with the same statuses, score and fixes, and no word of the draft', () => {
  fc.assert(
    fc.property(findings(2), fc.constantFrom(...PROFILES), (made, profile) => {
      const id = encodeState({ findings: made }, profile, RULES);
      expect(id.length).toBeLessThanOrEqual(255);
      expect(id).toMatch(/^state:[\w.-]+$/);
      const state = decodeState(id, RULES);
      expect(state?.profile).toBe(profile);
      expect(state?.findings.map(({ status }) => status)).toEqual(made.map(({ status }) => status));
      expect(scoreFindings(state?.findings ?? [], profile, RULES)).toEqual(
        scoreFindings(made, profile, RULES),
      );
      expect(fixesOf(state?.findings ?? [], profile)).toEqual(fixesOf(made, profile));
      expect(JSON.stringify(state)).not.toContain('words');
    }),
  );
});

test('a review with too many quoted words says that it cannot be scored again', () => {
  fc.assert(
    fc.property(findings(40), fc.constantFrom(...PROFILES), (made, profile) => {
      const id = encodeState({ findings: made }, profile, RULES);
      expect(id.length).toBeLessThanOrEqual(255);
      if (id === 'state:none') expect(decodeState(id, RULES)).toBeUndefined();
      else expect(decodeState(id, RULES)).toBeDefined();
    }),
  );
  const crowded = RULES.map(({ id, kind }): Finding => {
    const evidence = Array.from({ length: 40 }, (_, at) => ({
      start: at * 100,
      end: at * 100 + 50,
      quote: '',
    }));
    return { rule: id, kind, status: 'present', evidence };
  });
  expect(encodeState({ findings: crowded }, 'email', RULES)).toBe('state:none');
});

test('what each rule counted in its channel comes back too, and is not there where all counted as usual', () => {
  const made = evaluate('I am sorry if anyone was affected.').findings;
  const places = fc.array(fc.constantFrom('double', 'half', 'usual'), {
    minLength: RULES.length,
    maxLength: RULES.length,
  });
  fc.assert(
    fc.property(places, (chosen) => {
      const those = (place: string) => RULES.filter((_, at) => chosen[at] === place).map(({ id }) => id);
      const weights = { double: those('double'), half: those('half') };
      const id = encodeState({ findings: made, weights }, 'email', RULES);
      expect(id.length).toBeLessThanOrEqual(255);
      expect(decodeState(id, RULES)?.weights).toEqual(weights);
    }),
  );
  const usual = encodeState({ findings: made }, 'email', RULES);
  expect(usual.split('.')).toHaveLength(5);
  expect(decodeState(usual, RULES)?.weights).toBeUndefined();
  expect(decodeState(`${usual}.A`, RULES)).toBeUndefined();
});

test('what somebody else wrote there, or an earlier set of rules, is no state', () => {
  const made = evaluate('I am sorry if anyone was affected.').findings;
  const id = encodeState({ findings: made }, 'email', RULES);
  expect(decodeState(id, RULES)).toBeDefined();
  expect(decodeState(id, SAMPLE_RULES)).toBeUndefined();
  expect(decodeState(id, RULES.slice(1))).toBeUndefined();
  expect(decodeState(id.replace('state:1', 'state:2'), RULES)).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), fc.nat(id.length), (junk, at) => {
      for (const other of [junk, `state:${junk}`, id.slice(0, at) + junk + id.slice(at)])
        decodeState(other, RULES);
    }),
  );
});
