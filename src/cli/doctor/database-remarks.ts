import { lookAtStore, type StoreLook } from '../../adapters/look-at-store.ts';
import { type Config, encryptionKeysOf } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { BOT_SCOPES } from '../../slack/oauth/scopes.ts';
import { folderRemarks } from './folder-remarks.ts';
import { amiss, type Remark, well } from './remark.ts';

/** Whether the data can be read and written, is of this version, and opens with the keys. */
export async function databaseRemarks({ slack, store }: Pick<Config, 'slack' | 'store'>): Promise<Remark[]> {
  const folder = store.kind === 'sqlite' ? folderRemarks(store.DATA_DIR) : { remarks: [], canHold: true };
  if (!folder.canHold) return [...folder.remarks];
  try {
    const look = await lookAtStore({
      databaseUrl: store.kind === 'postgres' ? store.DATABASE_URL : undefined,
      dataDir: store.kind === 'sqlite' ? store.DATA_DIR : '',
      encryptionKeys: encryptionKeysOf(slack),
    });
    return [
      ...folder.remarks,
      writingRemark(look),
      ...(slack.mode === 'oauth' ? [keyRemark(look), grantedRemark(look)] : []),
    ];
  } catch (error) {
    return [...folder.remarks, troubleRemark(error)];
  }
}

const writingRemark = ({ canWrite }: StoreLook): Remark =>
  canWrite
    ? well('database', 'it is of this version and can be written to')
    : amiss(
        'database',
        'it can be read but not written to. Give its files, or in Postgres its tables, to the user that runs the bot; a standby or a backup being made takes no writes either.',
      );

function troubleRemark(error: unknown): Remark {
  if (!(error instanceof AppError)) throw error;
  // Neither is a fault: the next start makes it good.
  if (error.code === 'no_database')
    return well('database', 'there is none yet; a bot in a real Slack makes it at its first start');
  if (error.code === 'database_too_old')
    return well(
      'database',
      'its tables are of an older version. The next start brings them up to date; make a backup before.',
    );
  return amiss('database', error.userMessage);
}

const workspaces = (count: number): string => (count === 1 ? 'one workspace' : `${count} workspaces`);

function keyRemark({ unreadable, granted }: StoreLook): Remark {
  const about = 'encryption key';
  if (unreadable === 0)
    return well(
      about,
      granted.length === 0
        ? 'no installation is stored yet'
        : `opens what is stored of ${workspaces(granted.length)}`,
    );
  return amiss(
    about,
    `does not open what is stored of ${workspaces(unreadable)}. Set the key it was stored with as ENCRYPTION_KEY or ENCRYPTION_KEY_PREVIOUS. If it is lost, the app has to be installed there again.`,
  );
}

function grantedRemark({ granted }: StoreLook): Remark {
  const lacking = granted.filter((scopes) =>
    Object.keys(BOT_SCOPES).some((scope) => !scopes.includes(scope)),
  );
  if (lacking.length === 0) return well('scopes', 'no installation lacks any of manifest.yml');
  return amiss(
    'scopes',
    `${workspaces(lacking.length)} did not grant all of manifest.yml. Ask for the app to be installed there again, at /slack/install.`,
  );
}
