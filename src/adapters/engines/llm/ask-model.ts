import { EngineUnavailableError } from '../../../errors.ts';
import { answerSchema } from './answer.ts';
import type { ModelConfig } from './model-config.ts';
import { openModel } from './open-model.ts';
import type { Prompt } from './prompt.ts';

/** What a model said, and what it took. Tokens are 0 where the provider does not count them. */
export interface Said {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Question extends Prompt {
  /** An answer that could not be read, if this is the second try. */
  readonly unreadable?: string | undefined;
}

/** Throws EngineUnavailableError. Nothing of the question or the answer is in the error. */
export type AskModel = (question: Question, signal: AbortSignal) => Promise<Said>;

/** Provider says: come back later. */
export class ModelBusyError extends EngineUnavailableError {
  /** In ms; `undefined` where the provider does not say. */
  readonly retryAfterMs: number | undefined;

  constructor(retryAfterMs: number | undefined) {
    super('rate-limited');
    this.retryAfterMs = retryAfterMs;
  }
}

/** A finding takes about 30 tokens, a rewrite as many as the draft and a third; half the answer is to spare. */
const ANSWER_TOKENS = 4000;

const AGAIN =
  'That was not one whole JSON object of the form I asked for. Answer again, shorter if it was cut off, with the JSON object only.';

/**
 * Asks the configured model by its provider's protocol: one request, no repetition, no stream, the answer held to our
 * schema where the provider can. Loads `ai` and the provider when it is first asked.
 */
export function createAskModel(config: ModelConfig): AskModel {
  const opened = once(async () => {
    // Its warnings may quote what was asked.
    globalThis.AI_SDK_LOG_WARNINGS = false;
    const [ai, model] = await Promise.all([import('ai'), openModel(config)]);
    return { ...ai, model };
  });
  return async ({ system, user, unreadable }, signal) => {
    const { generateText, Output, NoObjectGeneratedError, model } = await opened().catch(() => {
      throw new EngineUnavailableError('failed', { cause: new Error('its packages could not be loaded') });
    });
    const first = { role: 'user' as const, content: user };
    const again = [
      { role: 'assistant' as const, content: unreadable || '…' },
      { role: 'user' as const, content: AGAIN },
    ];
    try {
      const { text, usage, finishReason } = await generateText({
        model,
        system,
        messages: unreadable === undefined ? [first] : [first, ...again],
        output: Output.object({ schema: answerSchema, name: 'reading' }),
        maxOutputTokens: ANSWER_TOKENS,
        temperature: 0,
        maxRetries: 0,
        abortSignal: signal,
        telemetry: { isEnabled: false },
        // The provider would keep the draft otherwise.
        providerOptions: { openai: { store: false } },
      });
      return said(text, usage, finishReason);
    } catch (error) {
      if (error instanceof EngineUnavailableError) throw error;
      if (signal.aborted) throw new EngineUnavailableError('timeout');
      // It answered, though not as the schema says: a fence around it, a sentence before it, cut off.
      if (NoObjectGeneratedError.isInstance(error))
        return said(error.text ?? '', error.usage, error.finishReason);
      throw failureOf(error);
    }
  };
}

interface Usage {
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
}

function said(text: string, usage: Usage | undefined, finishReason: string | undefined): Said {
  if (finishReason === 'content-filter') throw new EngineUnavailableError('refused');
  return { text, inputTokens: usage?.inputTokens ?? 0, outputTokens: usage?.outputTokens ?? 0 };
}

/** Errors of `ai` hold the request, and so the draft: only a status goes on. */
function failureOf(error: unknown): EngineUnavailableError {
  const { statusCode, responseHeaders } = error as {
    statusCode?: unknown;
    responseHeaders?: Readonly<Record<string, string>>;
  };
  if (statusCode === 429 || statusCode === 529) return new ModelBusyError(retryAfter(responseHeaders));
  const cause = new Error(typeof statusCode === 'number' ? `HTTP ${statusCode}` : 'no answer');
  return new EngineUnavailableError('failed', { cause });
}

function retryAfter(headers: Readonly<Record<string, string>> | undefined): number | undefined {
  const seconds = Number(headers?.['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** What `make` resolves to, made at the first call; a failure is tried again at the next. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
