import type { FullContext } from './context.ts';
import type { Draft } from './draft.ts';
import type { Evidence, Span } from './evidence.ts';
import type { Profile } from './profile.ts';
import type { Reading } from './rule.ts';
import { RULES } from './rules/index.ts';

/** What the rules' own patterns found in a draft, by rule id. */
export type Cues = ReadonlyMap<string, readonly Evidence[]>;

/**
 * Runs the patterns of every rule. `stretchesOf` says where a rule's patterns are worth a search; without it they
 * search the whole draft.
 */
export function cuesIn(
  draft: Draft,
  context: FullContext,
  profile: Profile,
  stretchesOf?: (rule: string) => readonly Span[],
): Cues {
  const cues = new Map<string, readonly Evidence[]>();
  const found = (rule: string) => cues.get(rule) ?? [];
  const whole: Reading = { draft, context, profile, found };
  for (const { id, detect, decidedBy, seesAll } of RULES) {
    if (!detect) continue;
    const stretches = decidedBy === 'patterns' ? undefined : stretchesOf?.(id);
    if (stretches?.length === 0) continue;
    const reading = seesAll || !stretches ? whole : { ...whole, draft: { ...draft, searched: stretches } };
    cues.set(id, detect(reading));
  }
  return cues;
}
