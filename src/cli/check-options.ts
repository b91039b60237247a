import { CHANNELS, type Context } from '../evaluator/context.ts';
import { parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

export const USAGE = `Usage: check [options] FILE...

Reads the draft of an apology and says what to change before a customer reads it.
FILE is a text file; - is standard input. Several files are read one after the other.

  --json           one draft in, one review as JSON out
  --jsonl          drafts in, one {"id", "text", "channel"?, "context"?} a line; reviews out the same way
  --channel NAME   ${CHANNELS.slice(0, 5).join(', ')},
                   ${CHANNELS.slice(5).join(', ')} (unset: email)
  --context FILE   what the draft does not say, as JSON: who noticed it, what happened, whose fault it was
  --no-rewrite     leave out the suggested rewrite
  -h, --help       show this

Exit code: 0 good or ready, 1 at least one draft needs work, 2 bad input.
`;

export interface CheckOptions {
  readonly help: boolean;
  readonly files: readonly string[];
  readonly output: 'text' | 'json' | 'jsonl';
  readonly channel: Context['channel'];
  readonly contextFile: string | undefined;
  readonly rewrite: boolean;
}

/** Reads the command line (without `node` and the script). Throws UsageError. */
export function checkOptions(argv: readonly string[]): CheckOptions {
  const { values, positionals } = parse(argv);
  const help = values.help === true;
  const output = values.jsonl ? 'jsonl' : values.json ? 'json' : 'text';
  if (!help) {
    if (values.json && values.jsonl)
      throw new UsageError('Choose --json or --jsonl, they exclude each other.');
    if (positionals.length === 0)
      throw new UsageError('Name a file, or - for standard input. --help shows more.');
    if (output === 'json' && positionals.length > 1)
      throw new UsageError('--json prints one review. For several drafts use --jsonl.');
    if (positionals.filter((file) => file === '-').length > 1)
      throw new UsageError('Standard input (-) can be read once only.');
  }
  return {
    help,
    files: positionals,
    output,
    channel: channelOf(values.channel),
    contextFile: values.context,
    rewrite: values['no-rewrite'] !== true,
  };
}

const parse = (argv: readonly string[]) =>
  parseArguments(argv, {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    channel: { type: 'string' },
    context: { type: 'string' },
    'no-rewrite': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });

function channelOf(name: string | undefined): Context['channel'] {
  if (name === undefined) return undefined;
  const channel = CHANNELS.find((known) => known === name);
  if (channel === undefined)
    throw new UsageError(`There is no channel "${name}". Choose one of ${CHANNELS.join(', ')}.`);
  return channel;
}
