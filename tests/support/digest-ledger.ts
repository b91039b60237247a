import type { CountedReview } from '../../src/reviews/digests/figures.ts';
import type { ReviewRecord, ReviewRequest, SettingsPlace } from '../../src/reviews/ports.ts';

interface Entry {
  readonly request: ReviewRequest;
  readonly isFirst: boolean;
  /** As it stands. */
  now: ReviewRecord | undefined;
  dismissed: readonly string[];
  /** As it was before the first edit; unset: nobody has edited it. */
  atFirst: Pick<ReviewRecord, 'score' | 'present' | 'missing' | 'faults'> | undefined;
}

const workspaceOf = ({ teamId, enterpriseId }: Pick<ReviewRequest, 'teamId' | 'enterpriseId'>) =>
  teamId ?? enterpriseId;

/** What was put into a store, written down beside it as anybody would on paper. */
export function createDigestLedger() {
  const entries = new Map<string, Entry>();
  const entryOf = (id: string): Entry => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Error(`the ledger has no review ${id}`);
    return entry;
  };
  const counting = ({ now, dismissed }: Entry, list: 'missing' | 'faults') =>
    (now?.[list] ?? []).filter((rule) => !dismissed.includes(rule));
  const standing = (entry: Entry) => ({
    score: entry.now?.score ?? 0,
    present: entry.now?.present ?? [],
    missing: counting(entry, 'missing'),
    faults: counting(entry, 'faults'),
  });

  return {
    accept(request: ReviewRequest): void {
      const sameText = [...entries.values()].filter(
        (other) =>
          other.request.draft === request.draft && workspaceOf(other.request) === workspaceOf(request),
      );
      const isFirst = sameText.length === 0;
      entries.set(request.id, { request, isFirst, now: undefined, dismissed: [], atFirst: undefined });
    },
    finish(id: string, record: ReviewRecord | undefined): void {
      entryOf(id).now = record;
    },
    dismiss(id: string, rule: string, score: number): void {
      const entry = entryOf(id);
      entry.dismissed = [...entry.dismissed, rule];
      if (entry.now) entry.now = { ...entry.now, score };
    },
    edit(id: string, record: ReviewRecord): void {
      const entry = entryOf(id);
      entry.atFirst ??= standing(entry);
      Object.assign(entry, { now: record, dismissed: [] });
    },
    forget: (id: string): boolean => entries.delete(id),
    /** What a digest of the channel has to count. */
    counted: ({ teamId, enterpriseId, channelId }: SettingsPlace): readonly CountedReview[] =>
      [...entries.values()]
        .filter(
          ({ request, now, isFirst }) =>
            isFirst &&
            now !== undefined &&
            request.channelId === channelId &&
            workspaceOf(request) === workspaceOf({ teamId, enterpriseId }),
        )
        .map((entry) => ({
          ...(entry.atFirst ?? standing(entry)),
          requestedAt: entry.request.requestedAt,
          person: `${entry.request.enterpriseId ?? entry.request.teamId} ${entry.request.userId}`,
          lastScore: entry.atFirst === undefined ? undefined : entry.now?.score,
          rulesVersion: '2',
        })),
  };
}
