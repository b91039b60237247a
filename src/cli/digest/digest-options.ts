import { type AskedPeriod, readPeriod, USUAL_PERIOD } from '../../reviews/digests/asked-period.ts';
import { isZone } from '../../reviews/digests/schedule.ts';
import { zoneNamed } from '../../reviews/digests/zones.ts';
import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { meantPeriod } from './meant-period.ts';

export const USAGE = `Usage: digest --channel ID [options]

Prints what the drafts checked in a channel have in common: counts, and nothing about any one draft or
person. It reads the database that the environment names (DATABASE_URL, else DATA_DIR), also while the
bot runs, and changes nothing there.

  --channel ID     Slack's id of the channel (C012ABCDEF), at the end of the channel's details
  --period WHEN    the last days (30d), or a month (2026-10); unset: 7d
  --team ID        the workspace (T012ABCDEF), where several have a channel of that id
  --zone NAME      whose days and months are meant (Europe/Berlin); unset: this machine's
  --csv            the counts as CSV
  --json           the same as JSON
  -h, --help       show this

Exit code: 0, or 2 for bad input.
`;

export interface DigestOptions {
  readonly channelId: string;
  /** Of the workspace, or of the organisation where there is none. */
  readonly team: string | undefined;
  readonly period: AskedPeriod;
  /** IANA name. */
  readonly zone: string;
  readonly output: 'text' | 'csv' | 'json';
}

/** Reads the command line (without `node` and the script). Throws UsageError. */
export function digestOptions(argv: readonly string[]): DigestOptions | 'help' {
  const { values, positionals } = parseArguments(argv, {
    channel: { type: 'string' },
    period: { type: 'string' },
    team: { type: 'string' },
    zone: { type: 'string' },
    csv: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return 'help';
  const [stray] = positionals;
  if (stray !== undefined)
    throw new UsageError(`I don't know what to do with "${stray}". --help shows what there is.`);
  if (values.csv && values.json) throw new UsageError('Choose --csv or --json, they exclude each other.');
  return {
    channelId: channelOf(values.channel),
    team: values.team === undefined ? undefined : teamOf(values.team),
    period: values.period === undefined ? USUAL_PERIOD : periodOf(values.period),
    zone: values.zone === undefined ? ownZone() : zoneOf(values.zone),
    output: values.csv ? 'csv' : values.json ? 'json' : 'text',
  };
}

const WHERE_IDS = 'Slack shows the id at the end of the channel\'s details ("View channel details").';

function channelOf(typed: string | undefined): string {
  if (typed === undefined) throw new UsageError(`Name a channel: --channel C012ABCDEF. ${WHERE_IDS}`);
  if (/^[CDG][A-Z0-9]{2,20}$/i.test(typed)) return typed.toUpperCase();
  throw new UsageError(
    `"${typed}" is no id of a channel; one looks like C012ABCDEF. Names are not kept here. ${WHERE_IDS}`,
  );
}

function teamOf(typed: string): string {
  if (/^[TE][A-Z0-9]{2,20}$/i.test(typed)) return typed.toUpperCase();
  throw new UsageError(
    `"${typed}" is no id of a workspace; one looks like T012ABCDEF and stands in the address of Slack in a browser.`,
  );
}

function periodOf(typed: string): AskedPeriod {
  const period = readPeriod(typed.trim());
  if (period !== undefined) return period;
  const meant = meantPeriod(typed);
  const guess = meant === undefined ? '' : ` Did you mean --period ${meant}?`;
  throw new UsageError(
    `"${typed}" is no period. Say how many of the last days, such as 30d, or which month, such as 2026-10.${guess}`,
  );
}

function zoneOf(typed: string): string {
  const zone = zoneNamed(typed);
  if (zone !== undefined) return zone;
  throw new UsageError(
    `I know no time zone "${typed}". Name a region and a city, such as Europe/Berlin or America/St_Johns, or UTC.`,
  );
}

function ownZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isZone(zone) ? zone : 'UTC';
}
