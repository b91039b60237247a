import { config as loadEnvFile } from 'dotenv';
import { openForReading } from '../adapters/open-for-reading.ts';
import { readKeptDays, readStore } from '../config.ts';
import { RULES } from '../evaluator/rules/index.ts';
import { periodAsked } from '../reviews/digests/asked-period.ts';
import { isTooLittle } from '../reviews/digests/figures.ts';
import { createGatherDigest } from '../reviews/digests/gather-digest.ts';
import { StoreUnavailableError } from '../reviews/errors.ts';
import { complain } from './complain.ts';
import { digestCsv } from './digest/digest-csv.ts';
import { digestJson } from './digest/digest-json.ts';
import { type DigestOptions, digestOptions, USAGE } from './digest/digest-options.ts';
import { placeOf } from './digest/place-of.ts';
import type { PrintedDigest } from './digest/printed-digest.ts';
import { terminalDigest } from './digest/terminal-digest.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { endWithReader, print, terminalLooks } from './terminal.ts';
import { UsageError } from './usage-error.ts';

endWithReader();
process.exitCode = await digest(process.argv.slice(2));

async function digest(argv: readonly string[]): Promise<ExitCode> {
  try {
    const options = digestOptions(argv);
    await print(options === 'help' ? USAGE : await digestText(options));
    return exitCodes.fine;
  } catch (error) {
    return complain('digest', error instanceof StoreUnavailableError ? noAnswer(error) : error);
  }
}

async function digestText(options: DigestOptions): Promise<string> {
  const told = await gather(options);
  const words = (): string => terminalDigest(told, RULES, terminalLooks());
  switch (options.output) {
    case 'text':
      return words();
    case 'json':
      return `${jsonText(digestJson(told), 2)}\n`;
    case 'csv':
      // A file of nothing but its header says nothing of why.
      if (isTooLittle(told.figures)) process.stderr.write(`digest: ${words()}`);
      return digestCsv(told.figures);
  }
}

async function gather({ channelId, team, zone, period: asked }: DigestOptions): Promise<PrintedDigest> {
  loadEnvFile({ quiet: true });
  const store = readStore(process.env);
  const period = periodAsked(asked, { now: new Date(), zone, keptDays: readKeptDays(process.env) });
  const { digestReviews, settings, placesOf, close } = await openForReading({
    databaseUrl: store.kind === 'postgres' ? store.DATABASE_URL : undefined,
    dataDir: store.kind === 'sqlite' ? store.DATA_DIR : '',
  });
  try {
    const place = placeOf(await placesOf(channelId), { channelId, team });
    const gatherDigest = createGatherDigest({ reviews: digestReviews, settings, rules: RULES });
    return { place, period, zone, figures: await gatherDigest(place, period, zone) };
  } finally {
    await close();
  }
}

const noAnswer = (cause: unknown): UsageError =>
  new UsageError('The database stopped answering. Nothing was changed; try again in a minute.', { cause });
