import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQLITE_FILE } from '../../src/adapters/storage/sqlite-database.ts';

/** What another process or the next start finds: written to the file, flushed or not. */
export async function copyFiles(dataDir: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cut-'));
  for (const file of [SQLITE_FILE, `${SQLITE_FILE}-wal`])
    if (existsSync(join(dataDir, file))) copyFileSync(join(dataDir, file), join(folder, file));
  return folder;
}

/**
 * A disk in a file, with a file system of its own. Its copy holds only what was flushed, as a disk does after a
 * power cut. Needs root and a loop device.
 */
export function mountDisk(folder: string) {
  const image = join(folder, 'disk.img');
  const place = join(folder, 'disk');
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' });
  run('truncate', '-s', '64M', image);
  run('mkfs.ext4', '-q', '-F', image);
  mkdirSync(place);
  run('mount', '-o', 'loop', image, place);
  return {
    place,
    async copy(): Promise<string> {
      const copied = mkdtempSync(join(tmpdir(), 'cut-'));
      run('cp', '--sparse=always', image, join(copied, 'disk.img'));
      const found = join(copied, 'disk');
      mkdirSync(found);
      // Mounting reads the journal of the file system, as a start after a power cut does.
      run('mount', '-o', 'loop', join(copied, 'disk.img'), found);
      try {
        return await copyFiles(join(found, 'data'));
      } finally {
        run('umount', found);
        run('rm', '-r', copied);
      }
    },
    unmount: () => void run('umount', place),
  };
}
