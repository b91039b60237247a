import type { Logger } from '@slack/web-api';
import { createAskModel } from './adapters/engines/llm/ask-model.ts';
import { createLlmEngine } from './adapters/engines/llm/llm-engine.ts';
import { type ModelConfig, modelName } from './adapters/engines/llm/model-config.ts';
import type { Config } from './config.ts';
import type { OtherReader } from './reviews/other-reader.ts';
import type { ModelSwitches } from './reviews/ports.ts';
import type { Observer } from './telemetry/observer.ts';

/** The language model as it is configured. */
export const modelConfigOf = (config: Extract<Config['evaluator'], { EVALUATOR: 'llm' }>): ModelConfig =>
  config.LLM_PROVIDER === 'openai-compatible'
    ? {
        provider: config.LLM_PROVIDER,
        model: config.LLM_MODEL,
        baseUrl: config.LLM_BASE_URL,
        apiKey: config.LLM_API_KEY,
      }
    : {
        provider: config.LLM_PROVIDER,
        model: config.LLM_MODEL,
        baseUrl: config.LLM_BASE_URL,
        apiKey: config.LLM_API_KEY,
      };

interface Deps {
  readonly switches: ModelSwitches;
  readonly observer: Pick<Observer, 'modelRead'>;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** The reader besides the rules, counted and noted in the log; `undefined` where none is configured. */
export function openOtherReader(
  config: Config['evaluator'],
  { switches, observer, logger }: Deps,
): (OtherReader & { readonly switches: ModelSwitches }) | undefined {
  if (config.EVALUATOR === 'rules') return undefined;
  const model = modelConfigOf(config);
  const engine = createLlmEngine({
    name: modelName(model),
    ask: createAskModel(model),
    report(reading) {
      observer.modelRead(reading);
      if (reading.outcome === 'answered') logger.info('a language model read a draft', reading);
      else logger.warn('a language model did not answer', reading);
    },
  });
  return { engine, switches };
}
