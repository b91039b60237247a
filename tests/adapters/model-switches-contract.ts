import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Clock, ModelSwitches } from '../../src/reviews/ports.ts';

type Open = (options: { readonly clock: Clock }) => Promise<{
  readonly modelSwitches: ModelSwitches;
  close(): Promise<void>;
}>;

const HERE = { teamId: 'T0001', enterpriseId: undefined };
const ELSEWHERE = [
  { teamId: 'T0002', enterpriseId: undefined },
  { teamId: undefined, enterpriseId: 'E0001' },
];

/** What every store of switches does. */
export function modelSwitchesContract(open: Open): void {
  const clock = { now: () => new Date('2026-03-02T10:00:00Z') };
  let switches: ModelSwitches;
  let close: () => Promise<void>;
  beforeEach(async () => {
    const opened = await open({ clock });
    switches = opened.modelSwitches;
    close = opened.close;
  });
  afterEach(() => close());

  test('is off until somebody turns it on, and then in that workspace alone', async () => {
    expect(await switches.read(HERE)).toEqual({ on: false, changed: undefined });
    await switches.set(HERE, true, 'U0001');
    const at = '2026-03-02T10:00:00.000Z';
    expect(await switches.read(HERE)).toEqual({ on: true, changed: { by: 'U0001', at } });
    for (const workspace of ELSEWHERE) expect((await switches.read(workspace)).on).toBe(false);
  });

  test('the last word counts', async () => {
    await switches.set(HERE, true, 'U0001');
    await switches.set(HERE, false, 'U0002');
    expect(await switches.read(HERE)).toMatchObject({ on: false, changed: { by: 'U0002' } });
  });
}
