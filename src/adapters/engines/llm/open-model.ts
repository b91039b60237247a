import type { LanguageModel } from 'ai';
import type { ModelConfig } from './model-config.ts';

/**
 * The model object of the provider; only that provider's package is loaded. Always an object: `ai` takes a mere name
 * for a wish to go through its maker's gateway. The addresses are given, so that no other variable of the environment
 * changes where a draft goes.
 */
export async function openModel(config: ModelConfig): Promise<Exclude<LanguageModel, string>> {
  const { model } = config;
  switch (config.provider) {
    case 'openai-compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      const provider = createOpenAICompatible({
        name: 'llm',
        baseURL: config.baseUrl,
        ...(config.apiKey === undefined ? {} : { apiKey: config.apiKey }),
        // Without this the schema would not be sent at all.
        supportsStructuredOutputs: true,
      });
      return provider.chatModel(model);
    }
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      const baseURL = config.baseUrl ?? 'https://api.openai.com/v1';
      return createOpenAI({ apiKey: config.apiKey, baseURL }).responses(model);
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      const baseURL = config.baseUrl ?? 'https://api.anthropic.com/v1';
      return createAnthropic({ apiKey: config.apiKey, baseURL })(model);
    }
  }
}
