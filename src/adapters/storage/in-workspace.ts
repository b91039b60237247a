import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ReviewKey, Workspace } from '../../reviews/ports.ts';
import type { Tables } from './schema.ts';

/** The key of everything that a workspace owns: its team, or its organisation where it is one as a whole. */
export const workspaceId = ({ teamId, enterpriseId }: Workspace): string => teamId ?? enterpriseId ?? '';

type ReviewRow = ExpressionBuilder<Tables, 'reviews'>;

/** True for the reviews of one workspace; of a whole organisation, for those that have no team. */
export const inWorkspace =
  ({ teamId, enterpriseId }: Workspace) =>
  (row: ReviewRow): Expression<SqlBool> => {
    if (teamId !== undefined) return row('team_id', '=', teamId);
    const organisation =
      enterpriseId === undefined ? row('enterprise_id', 'is', null) : row('enterprise_id', '=', enterpriseId);
    return row.and([row('team_id', 'is', null), organisation]);
  };

/** True for one review, if the workspace that asks is its own. */
export const isReview =
  (review: ReviewKey) =>
  (row: ReviewRow): Expression<SqlBool> =>
    row.and([row('id', '=', review.id), inWorkspace(review)(row)]);
