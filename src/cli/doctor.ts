import { config as loadEnvFile } from 'dotenv';
import { type Config, readConfig } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import { complain } from './complain.ts';
import { configurationRemark, problemRemarks } from './doctor/configuration-remarks.ts';
import { databaseRemarks } from './doctor/database-remarks.ts';
import { type DoctorOptions, doctorOptions, USAGE } from './doctor/doctor-options.ts';
import { entranceRemarks } from './doctor/entrance-remarks.ts';
import { type Remark, remarkLine } from './doctor/remark.ts';
import { slackRemarks } from './doctor/slack-remarks.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { endWithReader, print } from './terminal.ts';

endWithReader();
process.exitCode = await doctor(process.argv.slice(2));

async function doctor(argv: readonly string[]): Promise<ExitCode> {
  try {
    const options = doctorOptions(argv);
    if (options !== 'help') return await examine(options);
    await print(USAGE);
    return exitCodes.fine;
  } catch (error) {
    return complain('doctor', error);
  }
}

async function examine(options: DoctorOptions): Promise<ExitCode> {
  loadEnvFile({ quiet: true });
  let code: ExitCode = exitCodes.fine;
  for await (const remark of remarks(options)) {
    if (!remark.isWell) code = exitCodes.needsWork;
    await print(remarkLine(remark));
  }
  return code;
}

/** In the order in which one mends them. Without a configuration there is nothing else to look at. */
async function* remarks({ eventsUrl }: DoctorOptions): AsyncGenerator<Remark> {
  const config = readOrProblems();
  if (Array.isArray(config)) return yield* config;
  yield configurationRemark(config);
  yield* await slackRemarks(config.slack);
  yield* await databaseRemarks(config);
  yield* await entranceRemarks(config, eventsUrl);
}

function readOrProblems(): Config | Remark[] {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) return problemRemarks(error.problems, process.env);
    throw error;
  }
}
