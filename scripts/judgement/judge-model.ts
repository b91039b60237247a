import { setTimeout as delay } from 'node:timers/promises';
import { createAskModel } from '../../src/adapters/engines/llm/ask-model.ts';
import { createLlmEngine, type ReadingReport } from '../../src/adapters/engines/llm/llm-engine.ts';
import { modelName } from '../../src/adapters/engines/llm/model-config.ts';
import { PROMPT_VERSION } from '../../src/adapters/engines/llm/prompt.ts';
import { readConfig } from '../../src/config.ts';
import { EngineUnavailableError } from '../../src/errors.ts';
import type { Channel } from '../../src/evaluator/context.ts';
import { modelConfigOf } from '../../src/open-other-reader.ts';
import type { LabelledDraft } from './corpus.ts';
import { type Judged, judge } from './tally.ts';

/** The longest wait for one draft: the time in which a posted reply is still brought up to date, in ms. */
const PATIENCE_MS = 30_000;

/** A rate limit is waited out so often. */
const MOST_WAITS = 5;
const WAIT_MS = 10_000;

export interface ModelJudged {
  readonly name: string;
  /** The model's reading as our code settles it; the rules' own where none came. */
  readonly judged: readonly Judged[];
  readonly reports: readonly ReadingReport[];
}

/** Lets the model of the environment (`EVALUATOR=llm`, `LLM_*`) read labelled drafts, one after the other. Throws ConfigError. */
export async function judgeByModel(
  drafts: readonly LabelledDraft[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ModelJudged> {
  const { evaluator } = readConfig({ ...environment, EVALUATOR: 'llm' });
  if (evaluator.EVALUATOR !== 'llm') throw new Error('readConfig did as it liked');
  const config = modelConfigOf(evaluator);
  const reports: ReadingReport[] = [];
  const engine = createLlmEngine({
    name: modelName(config),
    ask: createAskModel(config),
    report: (report) => reports.push(report),
  });

  async function read(draft: LabelledDraft, waited = 0): Promise<Judged> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const review = await engine.review(draft.text, { channel: draft.channel as Channel }, { signal });
      const { findings, band, notAnApology } = review;
      return { draft, findings, band, notAnApology };
    } catch (error) {
      if (!(error instanceof EngineUnavailableError)) throw error;
      if (error.failure !== 'rate-limited' || waited === MOST_WAITS) return judge(draft);
      reports.pop();
      await delay(WAIT_MS);
      return read(draft, waited + 1);
    }
  }

  const judged: Judged[] = [];
  for (const draft of drafts) judged.push(await read(draft));
  return { name: engine.name, judged, reports };
}

/** What the readings took, and what of them was refused, in lines to print. */
export function costOf(reports: readonly ReadingReport[]): string[] {
  const answered = reports.filter(({ outcome }) => outcome === 'answered');
  const count = Math.max(1, reports.length);
  const mean = (of: (report: ReadingReport) => number) =>
    (reports.reduce((total, report) => total + of(report), 0) / count).toFixed(0);
  const times = reports.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => ((times[Math.floor(share * (times.length - 1))] ?? 0) / 1000).toFixed(1);
  const reasons = (codes: readonly string[]) =>
    [...new Set(codes)].map((code) => `${codes.filter((one) => one === code).length} ${code}`).join(', ') ||
    'none';
  const refused = answered.flatMap(({ refusedRewrite }) => refusedRewrite ?? []);
  return [
    `prompt version ${PROMPT_VERSION}; ${reports.length} drafts asked about, ${answered.length} answered; not: ${reasons(
      reports.flatMap(({ outcome }) => (outcome === 'answered' ? [] : [outcome])),
    )}`,
    `per draft: ${mean(({ inputTokens }) => inputTokens)} tokens in, ${mean(({ outputTokens }) => outputTokens)} out, ${(
      reports.reduce((total, { calls }) => total + calls, 0) / count
    ).toFixed(
      2,
    )} calls; seconds: half within ${at(0.5)}, nine of ten within ${at(0.9)}, the longest ${at(1)}`,
    `findings refused: ${answered.reduce((total, { refusedClaims }) => total + refusedClaims, 0)}; rewrites refused: ${reasons(refused)}`,
  ];
}
