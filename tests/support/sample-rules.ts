import {
  defineComponent,
  defineFault,
  defineGate,
  type Practice,
  type Rule,
} from '../../src/evaluator/rule.ts';

const practice = (id: string): Practice => ({
  before: `A message to practise ${id} on.`,
  after: `The same message after ${id}.`,
});

const component = (id: string, weight: number, title: string, missing: string): Rule =>
  defineComponent({
    id,
    weight,
    title,
    missing,
    why: 'It matters to the reader.',
    advice: `Advice on ${id}.`,
    sources: ['practice'],
    detect: () => [],
    examples: { present: [], absent: [] },
    practice: practice(id),
  });

const fault = (id: string, points: number, level: 'critical' | 'major' | 'minor', title: string): Rule =>
  defineFault({
    id,
    points,
    level,
    title,
    why: 'It hurts the reader.',
    advice: `Advice on ${id}.`,
    sources: ['practice'],
    detect: () => [],
    examples: { flags: [], passes: [] },
    practice: practice(id),
  });

/** A few rules with the real ids and weights, so that a test of a view depends on no rule's wording. */
export const SAMPLE_RULES: readonly Rule[] = [
  component('explicit-apology', 12, 'Says sorry', 'Nobody says sorry'),
  component('takes-responsibility', 20, 'Owns it', 'Nobody owns what happened'),
  component('repair-offer', 17, 'Offers to put it right', 'No word about what you will do'),
  component('prevention-step', 8, 'Says what will change', 'No word about next time'),
  component('invites-response', 2, 'Invites an answer', 'No invitation to answer'),
  component('values-relationship', 1, 'Values the customer', 'No word about the relationship'),
  fault('conditional-apology', 12, 'major', 'The apology is conditional'),
  fault('blames-customer', 25, 'critical', 'The customer gets the blame'),
  fault('blames-others', 12, 'major', 'Somebody else gets the blame'),
  fault('canned-boilerplate', 5, 'minor', 'This sounds like a template'),
  defineGate({
    id: 'unfilled-placeholder',
    title: 'A slot is still open',
    why: 'A bracket shows a form letter.',
    advice: 'Fill it in.',
    sources: ['practice'],
    detect: () => [],
    examples: { flags: [], passes: [] },
  }),
];
