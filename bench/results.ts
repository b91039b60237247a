import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { z } from 'zod';
import { type Measured, measuredSchema } from './measurement.ts';

const FILE = new URL('results.json', import.meta.url);

const resultSchema = measuredSchema.extend({
  /** The day, as ISO 8601 in UTC. */
  on: z.iso.date(),
  machine: z.string(),
});

const resultsSchema = z.record(z.string(), resultSchema);

export type Result = z.infer<typeof resultSchema>;

/** What the last full run of each measurement found, by its name. Throws ZodError for a file of another shape. */
export const readResults = (): Readonly<Record<string, Result>> =>
  resultsSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** Keeps what a measurement found in place of what it had found before. */
export function keepResult(name: string, measured: Measured): void {
  const machine = `Node ${process.versions.node}, ${cpus().length} processors (${cpus()[0]?.model.trim() ?? 'unknown'})`;
  const results = {
    ...readResults(),
    [name]: { on: new Date().toISOString().slice(0, 10), machine, ...measured },
  };
  writeFileSync(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
}
