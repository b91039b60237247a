import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UsedLinks } from '../../src/reviews/installations.ts';
import type { Clock } from '../../src/reviews/ports.ts';

type Open = (options: { readonly clock: Clock }) => Promise<{
  readonly usedLinks: UsedLinks;
  close(): Promise<void>;
}>;

/** What every store of used links does. */
export function usedLinksContract(open: Open): void {
  let usedLinks: UsedLinks;
  let close: () => Promise<void>;
  let minute = 0;
  const at = (wanted: number) => new Date(Date.UTC(2026, 2, 2, 9, wanted));

  beforeEach(async () => {
    minute = 0;
    ({ usedLinks, close } = await open({ clock: { now: () => at(minute) } }));
  });
  afterEach(() => close());

  test('of many who use a link at once one may, and nobody after that', async () => {
    const uses = await Promise.all(Array.from({ length: 5 }, () => usedLinks.use('a', at(10))));
    expect(uses.filter((first) => first)).toHaveLength(1);
    minute = 9;
    expect(await usedLinks.use('b', at(19))).toBe(true);
    expect(await usedLinks.use('a', at(10))).toBe(false);
  });

  test('what has expired is not remembered for ever', async () => {
    await usedLinks.use('a', at(10));
    minute = 11;
    await usedLinks.use('b', at(21));
    expect(await usedLinks.use('a', at(21))).toBe(true);
    expect(await usedLinks.use('b', at(21))).toBe(false);
  });
}
