import { expect, test } from 'vitest';
import { reached, readFloors } from '../../scripts/judgement/floors.ts';
import { corpus } from '../../scripts/judgement/gather.ts';
import { judge } from '../../scripts/judgement/tally.ts';

test('no criterion is judged worse than before on drafts that nobody tuned on', () => {
  const { setAside, second } = corpus({ own: true });
  const now = reached([...setAside, ...second].map((draft) => judge(draft)));
  const floors = Object.entries(readFloors());
  expect(floors.length).toBeGreaterThan(20);
  for (const [id, floor] of floors) expect(now[id], id).toBeGreaterThanOrEqual(floor);
});
