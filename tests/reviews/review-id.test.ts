import { expect, test } from 'vitest';
import { derivedUuid, reviewId } from '../../src/reviews/review-id.ts';

test('the same request has the same id, another workspace or trigger another', () => {
  const team = (teamId: string) => ({ teamId, enterpriseId: undefined });
  expect(reviewId(team('T1'), '1.2.abc')).toBe(reviewId(team('T1'), '1.2.abc'));
  const others = [
    reviewId(team('T2'), '1.2.abc'),
    reviewId(team('T1'), '1.2.abd'),
    reviewId({}, 'T11.2.abc'),
    reviewId({ enterpriseId: 'E1' }, '1.2.abc'),
    reviewId({ enterpriseId: 'E2' }, '1.2.abc'),
  ];
  expect(new Set([reviewId(team('T1'), '1.2.abc'), ...others]).size).toBe(6);
});

test('an id has the shape of a UUID', () => {
  for (const part of Array.from({ length: 50 }, (_, index) => String(index))) {
    expect(derivedUuid(part)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});
