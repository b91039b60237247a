import type { Config } from '../../config.ts';
import type { Problem } from '../../config-error.ts';
import { amiss, type Remark, well } from './remark.ts';
import { tokenKind } from './token-kind.ts';

const MODES: Readonly<Record<Config['slack']['mode'], string>> = {
  sandbox: 'no Slack variable is set, so npm start opens a workspace on this machine',
  http: 'one workspace, over HTTP',
  socket: 'one workspace, over Socket Mode',
  oauth: 'many workspaces by OAuth, over HTTP',
};

/** A configuration that can be used. */
export const configurationRemark = ({ slack, store }: Config): Remark =>
  well(
    'configuration',
    `${MODES[slack.mode]}${slack.mode === 'sandbox' ? '' : `; the data is in ${store.kind === 'sqlite' ? 'SQLite' : 'Postgres'}`}`,
  );

/** One that cannot, each problem by itself. A token in the wrong place is named by its kind. */
export const problemRemarks = (
  problems: readonly Problem[],
  environment: Readonly<Record<string, string | undefined>>,
): Remark[] =>
  problems.map(({ variable, reason }) => {
    const kind = tokenKind(environment[variable]?.trim() ?? '');
    const holds = kind === undefined ? '' : `; it holds ${kind}`;
    return amiss('configuration', `${variable} ${reason}${holds}. .env.example describes it.`);
  });
