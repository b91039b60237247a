/** Where a language model is, as the configuration says it. */
export type ModelConfig =
  | {
      readonly provider: 'openai-compatible';
      readonly model: string;
      readonly baseUrl: string;
      /** A server of one's own may need none. */
      readonly apiKey?: string | undefined;
    }
  | {
      readonly provider: 'openai' | 'anthropic';
      readonly model: string;
      /** Unset: the provider's own address. */
      readonly baseUrl?: string | undefined;
      readonly apiKey: string;
    };

/** How people are told which model it is. */
export const modelName = ({ provider, model, baseUrl }: ModelConfig): string => {
  const place = baseUrl === undefined ? provider : new URL(baseUrl).host;
  return `${model} (${place})`;
};
