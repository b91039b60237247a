import { afterEach, describe, expect, test } from 'vitest';
import { createAskModel } from '../../../src/adapters/engines/llm/ask-model.ts';
import { createLlmEngine, type ReadingReport } from '../../../src/adapters/engines/llm/llm-engine.ts';
import { type ModelConfig, modelName } from '../../../src/adapters/engines/llm/model-config.ts';
import { EngineUnavailableError } from '../../../src/errors.ts';
import { type Protocol, type Reply, type StubModel, startStubModel } from '../../support/stub-model.ts';

const DRAFT =
  'Hi Sam, we are sorry that parcel 88120 came late. You had to wait a whole week for it. Best, Dana';
const EMPATHY = 'You had to wait a whole week';
const GOOD = JSON.stringify({ findings: [{ rule: 'empathy-impact', quotes: [EMPATHY] }], rewrite: '' });

let stub: StubModel | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

const configOf = (provider: Protocol, baseUrl: string): ModelConfig => ({
  ...{ provider, baseUrl, apiKey: 'key-of-this-test' },
  // A model that its package knows is asked the way it is asked in earnest.
  model: { 'openai-compatible': 'some-model', openai: 'gpt-4o', anthropic: 'claude-sonnet-4-5' }[provider],
});

async function engineOn(provider: Protocol, reply: Parameters<typeof startStubModel>[0]) {
  stub = await startStubModel(reply);
  const reports: ReadingReport[] = [];
  const config = configOf(provider, stub.baseUrl);
  let now = 0;
  const engine = createLlmEngine({
    name: modelName(config),
    ask: createAskModel(config),
    report: (report) => reports.push(report),
    elapsed: () => now,
  });
  return {
    engine,
    stub,
    reports,
    wait: (ms: number) => {
      now += ms;
    },
    failure: async (signal?: AbortSignal) => {
      const error = await engine
        .review(DRAFT, {}, signal ? { signal } : {})
        .catch((thrown: unknown) => thrown);
      if (!(error instanceof EngineUnavailableError)) throw new Error('it answered');
      return error;
    },
  };
}

describe.each<Protocol>(['openai-compatible', 'openai', 'anthropic'])('%s', (provider) => {
  test('an answer of the right form is read, in one request with our schema and the key', async () => {
    const { engine, stub, reports } = await engineOn(provider, () => ({ text: GOOD }));
    const review = await engine.review(DRAFT, {});
    expect(review.engine).toBe(engine.name);
    expect(stub.heard.map(({ protocol, key }) => [protocol, key?.replace('Bearer ', '')])).toEqual([
      [provider, 'key-of-this-test'],
    ]);
    expect(stub.heard[0]?.body).toContain('"conditional-apology"');
    expect(stub.heard[0]?.body).toMatch(/json_schema/);
    expect(stub.heard[0]?.body).not.toContain('"stream":true');
    expect(reports).toMatchObject([{ outcome: 'answered', calls: 1, inputTokens: 900, outputTokens: 80 }]);
  });

  test.each<[string, string]>([
    ['a code fence', `\`\`\`json\n${GOOD}\n\`\`\``],
    ['words around it', `Here is what I found:\n${GOOD}\nI hope this helps.`],
    ['fields that nobody asked for', GOOD.replace('{"findings"', '{"mood":"calm","findings"')],
  ])('an answer with %s is read without a second request', async (_what, text) => {
    const { engine, reports } = await engineOn(provider, () => ({ text }));
    expect((await engine.review(DRAFT, {})).engine).toBe(engine.name);
    expect(reports).toMatchObject([{ outcome: 'answered', calls: 1 }]);
  });

  test.each<[string, Reply]>([
    ['is cut off', { text: GOOD.slice(0, 40), cutOff: true }],
    ['has another form', { text: '{"verdict": "perfect"}' }],
    ['is no JSON', { text: 'This is perfect.' }],
  ])('an answer that %s is asked for once more, and no more than that', async (_what, bad) => {
    const mended = await engineOn(provider, (_heard, nth) => (nth === 1 ? bad : { text: GOOD }));
    expect((await mended.engine.review(DRAFT, {})).engine).toBe(mended.engine.name);
    expect(mended.reports).toMatchObject([{ outcome: 'answered', calls: 2, outputTokens: 160 }]);
    expect(mended.stub.heard[1]?.question).toContain('JSON object');
    await mended.stub.close();

    const never = await engineOn(provider, () => bad);
    expect((await never.failure()).failure).toBe('unreadable');
    expect(never.stub.heard).toHaveLength(2);
  });

  test('a failing server is asked once, and nothing of the draft is in the error', async () => {
    const { failure, stub } = await engineOn(provider, () => ({ status: 500 }));
    const error = await failure();
    expect(error.failure).toBe('failed');
    expect(stub.heard).toHaveLength(1);
    expect(`${error.message} ${JSON.stringify(error)} ${error.cause}`).not.toMatch(/Sam|parcel|88120/);
    expect(String(error.cause)).toContain('500');
  });

  test('a server that wants to be left alone is, for as long as it says', async () => {
    const { failure, stub, wait } = await engineOn(provider, () => ({
      ...{ status: 429, headers: { 'retry-after': '7' } },
    }));
    expect((await failure()).failure).toBe('rate-limited');
    wait(6_999);
    expect((await failure()).failure).toBe('rate-limited');
    expect(stub.heard).toHaveLength(1);
    wait(1);
    await failure();
    expect(stub.heard).toHaveLength(2);
  });

  test('a server that says nothing is left when the time is over, and sees it', async () => {
    const waiting = new AbortController();
    const { failure, stub } = await engineOn(provider, () => {
      waiting.abort();
      return 'silence';
    });
    expect((await failure(waiting.signal)).failure).toBe('timeout');
    await expect.poll(() => stub.closed).toHaveLength(1);
  });

  test('a refusal is no answer', async () => {
    const { failure } = await engineOn(provider, () => ({ refusal: 'I cannot help with that.' }));
    expect(['refused', 'unreadable']).toContain((await failure()).failure);
  });
});

test('a draft that nothing can be judged in is not sent', async () => {
  const { engine, stub } = await engineOn('openai-compatible', () => ({ text: GOOD }));
  const review = await engine.review(
    'Lo sentimos mucho, su pedido no llegó por una avería de nuestro almacén.',
    {},
  );
  expect(review.engine).toBe('rules');
  expect(stub.heard).toEqual([]);
});

test('OpenAI is asked not to keep the draft', async () => {
  const { engine, stub } = await engineOn('openai', () => ({ text: GOOD }));
  await engine.review(DRAFT, {});
  expect(JSON.parse(stub.heard[0]?.body ?? '')).toMatchObject({ store: false });
});
