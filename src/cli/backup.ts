import { resolve } from 'node:path';
import { backupSqlite } from '../adapters/storage/backup/backup-sqlite.ts';
import { dataDir } from './data-dir.ts';
import { runWithFile } from './run-command.ts';

await runWithFile('backup', async (file) => {
  await backupSqlite(dataDir(), file);
  return `The data stands in ${resolve(file)}. Keep it as safe as the data: reviews that wait hold their drafts.`;
});
