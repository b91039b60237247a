import { AppError } from '../../../errors.ts';

/** The file that was to be written exists. */
export class BackupExistsError extends AppError {
  readonly code = 'backup_exists';
  readonly userMessage =
    'This file exists already and was left as it is. Give the backup a name of its own, such as one with the date.';

  constructor() {
    super('the file of the backup exists');
  }
}

/** The copy could not be written, or is not sound. */
export class BackupFailedError extends AppError {
  readonly code = 'backup_failed';
  readonly userMessage =
    'No backup was made. Check that the folder of the file exists, may be written to, and has room.';

  constructor(cause: unknown) {
    super('the backup could not be written', { cause });
  }
}

/** The file is no backup of ours, or is damaged. Nothing was changed. */
export class BackupUnreadableError extends AppError {
  readonly code = 'backup_unreadable';
  readonly userMessage =
    'This file is not a whole backup of this app. Nothing was changed. Check the name, or take an earlier backup.';

  constructor(cause?: unknown) {
    super('the file is no sound backup', { cause });
  }
}

/** A process has the database open. Nothing was changed. */
export class StillRunningError extends AppError {
  readonly code = 'still_running';
  readonly userMessage =
    'The bot, or something else, is using the data directory. Nothing was changed. Stop the bot, then restore.';

  constructor(cause: unknown) {
    super('the database is open elsewhere', { cause });
  }
}
