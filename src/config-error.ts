import { AppError } from './errors.ts';

/** One thing that is wrong with the environment. Neither field ever holds a value, which may be a secret. */
export interface Problem {
  readonly variable: string;
  readonly reason: string;
}

/** The environment cannot be used; the message lists every problem at once. */
export class ConfigError extends AppError {
  readonly code = 'bad_configuration';
  readonly problems: readonly Problem[];
  readonly userMessage: string;

  constructor(problems: readonly Problem[]) {
    super(`the configuration has problems: ${problems.map(({ variable }) => variable).join(', ')}`);
    this.problems = problems;
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const lines = problems.map(({ variable, reason }) => `  ${variable} ${reason}`);
    this.userMessage = [
      `The bot cannot start: its configuration has ${count}.`,
      ...lines,
      '.env.example describes every variable. With no Slack variable at all, a sandbox starts on this machine.',
    ].join('\n');
  }
}
