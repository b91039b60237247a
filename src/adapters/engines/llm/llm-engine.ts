import { EngineUnavailableError } from '../../../errors.ts';
import { isUnjudged } from '../../../evaluator/checklist.ts';
import type { Context } from '../../../evaluator/context.ts';
import type { Engine } from '../../../evaluator/engine.ts';
import { reviewDraft } from '../../../evaluator/evaluate.ts';
import type { Refusal } from '../../../evaluator/rewrite/rewrite-refusal.ts';
import type { SecondReading } from '../../../evaluator/second-reading/second-reading.ts';
import { settleReview } from '../../../evaluator/second-reading/settle-review.ts';
import { parseAnswer } from './answer.ts';
import { type AskModel, ModelBusyError, type Question } from './ask-model.ts';
import { personalDataIn } from './personal-data.ts';
import { promptFor } from './prompt.ts';

/** What one reading took and what was made of it; numbers and codes, no text. */
export interface ReadingReport {
  /** `answered`, or why not (EngineFailure). */
  readonly outcome: string;
  readonly ms: number;
  /** 1, or 2 where the first answer could not be read; 0 where the provider wants to be left alone. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Claims that do not stand. */
  readonly refusedClaims: number;
  readonly refusedRewrite: Refusal | undefined;
}

interface Deps {
  /** How people are told which model it is. */
  readonly name: string;
  readonly ask: AskModel;
  /** Hears of every reading. */
  readonly report?: (reading: ReadingReport) => void;
  /** ms since some moment, ever more. */
  readonly elapsed?: () => number;
}

/** Longest time that a provider is believed to want to be left alone, and what is assumed where it does not say; ms. */
const LONGEST_REST = 60_000;
const USUAL_REST = 5_000;

/**
 * Reads drafts by the rules and a language model: one call, a second one where the answer could not be read. What it
 * says counts only as far as our own code lets it (`settleReview`). A draft in another language is not sent: nothing
 * of the answer could be checked. Throws EngineUnavailableError, and what the rules throw.
 */
export function createLlmEngine({ name, ask, report, elapsed = () => performance.now() }: Deps): Engine {
  let restUntil = Number.NEGATIVE_INFINITY;

  return {
    name,
    async review(text, context, options = {}) {
      const ours = reviewDraft(text, context, options);
      if (isUnjudged(ours)) return ours;
      const begun = elapsed();
      const spent = { calls: 0, inputTokens: 0, outputTokens: 0 };
      const tell = (outcome: string, refused: Refused = NOTHING_REFUSED) =>
        report?.({ outcome, ms: elapsed() - begun, ...spent, ...refused });
      const asked = async (question: Question): Promise<string> => {
        spent.calls += 1;
        const said = await ask(question, options.signal ?? NEVER);
        spent.inputTokens += said.inputTokens;
        spent.outputTokens += said.outputTokens;
        return said.text;
      };
      try {
        if (elapsed() < restUntil) throw new EngineUnavailableError('rate-limited');
        const reading = await readWith(asked, text, context);
        const { review, ...refused } = settleReview({ text, context, options }, reading, name);
        tell('answered', refused);
        return review;
      } catch (error) {
        if (error instanceof ModelBusyError)
          restUntil = elapsed() + Math.min(error.retryAfterMs ?? USUAL_REST, LONGEST_REST);
        tell(error instanceof EngineUnavailableError ? error.failure : 'failed');
        throw error;
      }
    },
  };
}

const NEVER = new AbortController().signal;

type Refused = Pick<ReadingReport, 'refusedClaims' | 'refusedRewrite'>;
const NOTHING_REFUSED: Refused = { refusedClaims: 0, refusedRewrite: undefined };

/** One question, and a second where the answer to it cannot be read. Personal data is put back into what it says. */
async function readWith(
  ask: (question: Question) => Promise<string>,
  text: string,
  context: Context,
): Promise<SecondReading> {
  const { hide, restore } = personalDataIn(text, context);
  const prompt = promptFor(text, context, hide);
  const said = await ask(prompt);
  const answer = parseAnswer(said) ?? parseAnswer(await ask({ ...prompt, unreadable: said }));
  if (answer === undefined) throw new EngineUnavailableError('unreadable');
  const claims = answer.claims.map(({ rule, quotes }) => ({ rule, quotes: quotes.map(restore) }));
  return { claims, rewrite: restore(answer.rewrite) };
}
