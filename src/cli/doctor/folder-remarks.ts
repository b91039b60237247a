import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { amiss, type Remark, well } from './remark.ts';

/** With less there is hardly time to react, in bytes. */
const ROOM = 200 * 2 ** 20;

interface FolderLook {
  readonly remarks: readonly Remark[];
  /** Whether a database can be in it, or be made there. */
  readonly canHold: boolean;
}

/** Whether the folder of the SQLite database can be written by us and read by nobody else, and has room. */
export function folderRemarks(dataDir: string): FolderLook {
  const about = 'data folder';
  const existing = nearest(resolve(dataDir));
  const unusable = (words: string): FolderLook => ({ remarks: [amiss(about, words)], canHold: false });
  if (!existing.isFolder)
    return unusable('what DATA_DIR names, or what it should stand in, is no folder. Name another one.');
  try {
    accessSync(existing.path, constants.W_OK | constants.X_OK);
  } catch {
    return unusable(
      'it cannot be written to. Give it to the user that runs the bot, or name another in DATA_DIR.',
    );
  }
  const isThere = existing.path === resolve(dataDir);
  const isOpen = isThere && process.platform !== 'win32' && (existing.mode & 0o077) !== 0;
  const { bavail, bsize } = statfsSync(existing.path);
  const megabytes = Math.floor((bavail * bsize) / 2 ** 20);
  const remarks = [
    isOpen
      ? amiss(
          about,
          'other users of this machine can get into it. Take their rights away: chmod 700 on DATA_DIR.',
        )
      : well(
          about,
          isThere
            ? 'it can be written to, by this user alone'
            : 'a bot in a real Slack makes it at its first start',
        ),
    bavail * bsize < ROOM
      ? amiss('disk', `only ${megabytes} MB are free where the data is. Make room, or nothing can be kept.`)
      : well('disk', `${megabytes} MB are free`),
  ];
  return { remarks, canHold: true };
}

/** The folder, or the first one above it that exists. */
function nearest(path: string): { path: string; isFolder: boolean; mode: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found) return { path, isFolder: found.isDirectory(), mode: found.mode };
  return nearest(dirname(path));
}
