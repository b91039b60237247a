import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyFiles, mountDisk } from './copy-data.ts';
import { powerCuts } from './power-cuts.ts';

// Copies the data of a working bot at random moments and counts what the copies have forgotten:
//   node scripts/crash/cut-power.ts [cuts] [--disk]
// With --disk (as root) the data lie on a disk of their own, of which only what was flushed is copied.

const cuts = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'power-'));
const disk = process.argv.includes('--disk') ? mountDisk(folder) : undefined;
const dataDir = join(disk?.place ?? folder, 'data');
const copies: string[] = [];
const found = await powerCuts({
  dataDir,
  cuts,
  async copy() {
    const copied = await (disk?.copy() ?? copyFiles(dataDir));
    copies.push(copied);
    return copied;
  },
});
for (const copied of copies) rmSync(copied, { recursive: true, force: true });
disk?.unmount();
rmSync(folder, { recursive: true, force: true });
const { acknowledged, lost, workedOff } = found;
process.stdout.write(
  `${cuts} cuts, ${acknowledged} acknowledged, ${workedOff} worked off after a cut, ${lost.length} lost\n`,
);
