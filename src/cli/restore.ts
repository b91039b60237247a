import { resolve } from 'node:path';
import { restoreSqlite } from '../adapters/storage/backup/restore-sqlite.ts';
import { dataDir } from './data-dir.ts';
import { runWithFile } from './run-command.ts';

await runWithFile('restore', async (file) => {
  const aside = await restoreSqlite(file, dataDir(), new Date());
  const former =
    aside === undefined
      ? ''
      : `\nWhat was there before is kept in ${resolve(aside)}; delete it when all is well.`;
  return `The data is as it was when ${resolve(file)} was made. Start the bot.${former}`;
});
