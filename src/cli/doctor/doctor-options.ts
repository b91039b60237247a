import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';

export const USAGE = `Usage: doctor [--url ADDRESS]

Looks whether the bot can work with the environment and .env as they are: configuration, tokens, scopes,
database, the way of Slack's requests, clock. One line for each, with how to mend what is not well. Changes
nothing, and can be asked while the bot runs.

  --url ADDRESS    the public address that Slack sends to (https://bot.example.com): is the bot behind it?
  -h, --help       show this

Exit code: 0 all is well, 1 something is not, 2 bad options.
`;

export interface DoctorOptions {
  /** Where Slack's requests go; `undefined`: not to be asked. */
  readonly eventsUrl: URL | undefined;
}

/** Reads the command line (without `node` and the script). Throws UsageError. */
export function doctorOptions(argv: readonly string[]): DoctorOptions | 'help' {
  const { values, positionals } = parseArguments(argv, {
    url: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return 'help';
  const [stray] = positionals;
  if (stray !== undefined)
    throw new UsageError(`I don't know what to do with "${stray}". --help shows what there is.`);
  return { eventsUrl: values.url === undefined ? undefined : eventsUrlOf(values.url) };
}

/** Whole, or without the path that is always the same. */
function eventsUrlOf(typed: string): URL {
  const url = URL.parse(typed);
  const isHere = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (isHere && url.protocol === 'http:')))
    throw new UsageError(
      `--url takes an https address, such as https://bot.example.com: "${typed}" is none.`,
    );
  const path = url.pathname.replace(/\/(?:slack\/events)?\/?$/, '');
  return new URL(`${path}/slack/events`, url.origin);
}
