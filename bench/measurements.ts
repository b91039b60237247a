import { measureStart } from './check-start.ts';
import { measureDigest } from './digest-cost.ts';
import { measureEvaluate } from './evaluate-speed.ts';
import { measureGrowth } from './growth.ts';
import { measureInstall } from './install.ts';
import type { Measured } from './measurement.ts';
import { measureMemory } from './memory.ts';
import { measureSlack } from './slack-load.ts';
import { measureProcesses } from './slack-processes.ts';

/** A measurement; `quick` only looks whether it runs. */
export type Measure = (quick: boolean) => Measured | Promise<Measured>;

/** All of them by name, in the order of docs/benchmarks.md. */
export const MEASUREMENTS: Readonly<Record<string, Measure>> = {
  evaluate: measureEvaluate,
  growth: measureGrowth,
  start: measureStart,
  slack: measureSlack,
  processes: measureProcesses,
  memory: measureMemory,
  digest: measureDigest,
  install: measureInstall,
};
