import type { FullContext } from './context.ts';
import type { Draft } from './draft.ts';
import type { Evidence } from './evidence.ts';
import type { Profile } from './profile.ts';
import type { SourceKey } from './sources.ts';

/** Everything a rule may look at: the draft, its context, and what rules before it in the list found. */
export interface Reading {
  readonly draft: Draft;
  readonly context: FullContext;
  readonly profile: Profile;
  /** Evidence of an earlier rule; empty when it is absent or does not apply. */
  readonly found: (rule: string) => readonly Evidence[];
}

interface RuleBase {
  /** The rubric's id, equal to the file name. Permanent: posted buttons refer to it. */
  readonly id: string;
  /** For a component its name; for a fault or gate what is wrong, in a few words. */
  readonly title: string;
  /** Why it matters, to a person having a bad day. */
  readonly why: string;
  /** One sentence that says what to do. */
  readonly advice: string;
  readonly sources: readonly [SourceKey, ...SourceKey[]];
  /** False when the rule has no say here (n/a). Absent: it always has. */
  readonly applies?: (reading: Reading) => boolean;
  /** Whether nobody would look for it in a message like this: then it is n/a where it is not there. */
  readonly neverMissing?: (reading: Reading) => boolean;
  /** Absent wherever one of these rules is present. */
  readonly yieldsTo?: readonly string[];
  /**
   * `patterns`: what `detect` finds is the whole answer. Otherwise it is a cue: the trained models weigh it
   * with everything else they see, and quote a clause of their own where no pattern fired.
   */
  readonly decidedBy?: 'patterns';
  /** Its patterns count or compare, so they need the whole draft wherever anything hints at the rule. */
  readonly seesAll?: true;
  /** The words that show it, in text order; empty when absent. Linear in the length of the draft. Absent: no patterns. */
  readonly detect?: (reading: Reading) => readonly Evidence[];
  /** Whether words that show it are all right here for a reason that stands beside them, whoever found them. */
  readonly excused?: (reading: Reading, words: Evidence) => boolean;
}

/**
 * One message as people write it, twice: with the fault or without the component, and put right with the same
 * facts. It shows somebody what to practise; the models never learn from it (`examples` are for that).
 */
export interface Practice {
  readonly before: string;
  readonly after: string;
}

/** Something a good apology has. */
export interface Component extends RuleBase {
  readonly kind: 'component';
  /** Weight of the rubric; all components add up to 100. Read by `score.ts` only. */
  readonly weight: number;
  /** How the checklist says that it is missing. */
  readonly missing: string;
  /** The slot the rewrite leaves where nobody said it, with its brackets, and the question to ask. */
  readonly ask?: { readonly blank: string; readonly question: string };
  /** `«»` marks the words a reader will see quoted. */
  readonly examples: { readonly present: readonly string[]; readonly absent: readonly string[] };
  readonly practice: Practice;
}

export type FaultLevel = 'critical' | 'major' | 'moderate' | 'minor';

interface Flagging {
  /** `«»` marks the words a reader will see quoted. `passes` holds the near misses. */
  readonly examples: { readonly flags: readonly string[]; readonly passes: readonly string[] };
}

/** Something an apology does wrong. */
export interface Fault extends RuleBase, Flagging {
  readonly kind: 'fault';
  /** Points taken off once, however often it occurs (rubric, section 1). Read by `score.ts` only. */
  readonly points: number;
  readonly level: FaultLevel;
  readonly practice: Practice;
}

/** Keeps a draft from being called ready. */
export interface Gate extends RuleBase, Flagging {
  readonly kind: 'gate';
}

export type Rule = Component | Fault | Gate;

/** Whether it is a critical or major fault: what must not go out, and what nobody may be accused of lightly. */
export const isHeavy = (rule: Rule): boolean =>
  rule.kind === 'fault' && (rule.level === 'critical' || rule.level === 'major');

export const defineComponent = (rule: Omit<Component, 'kind'>): Component => ({ kind: 'component', ...rule });
export const defineFault = (rule: Omit<Fault, 'kind'>): Fault => ({ kind: 'fault', ...rule });
export const defineGate = (rule: Omit<Gate, 'kind'>): Gate => ({ kind: 'gate', ...rule });
