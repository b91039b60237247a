import { z } from 'zod';
import { RULES } from '../../../evaluator/rules/index.ts';
import type { SecondReading } from '../../../evaluator/second-reading/second-reading.ts';

const RULE_IDS = RULES.map(({ id }) => id) as [string, ...string[]];

/**
 * What the model is held to, where its provider can hold it. A rule that it does not name is absent: to list the
 * twenty that are not there would take it longer than people wait.
 */
export const answerSchema = z.object({
  findings: z.array(z.object({ rule: z.enum(RULE_IDS), quotes: z.array(z.string()) })),
  rewrite: z.string(),
});

/** What is taken from a model that could not be held to it. */
const looseSchema = z.object({
  findings: z.array(
    z.object({
      rule: z.string(),
      status: z.string().optional(),
      quotes: z.union([z.array(z.string()), z.string().transform((quote) => [quote])]).default([]),
    }),
  ),
  rewrite: z.string().nullish(),
});

/** More of either is no answer to our question. */
const MOST_FINDINGS = 100;
const MOST_QUOTES = 10;

/**
 * Reads an answer, with whatever stands around its JSON: a code fence, a sentence before or after. `undefined`
 * where there is no whole JSON object of the right shape in it. Never throws.
 */
export function parseAnswer(text: string): SecondReading | undefined {
  const parsed = looseSchema.safeParse(jsonIn(text));
  if (!parsed.success) return undefined;
  const claims = parsed.data.findings
    .filter(({ rule, status = 'present' }) => status === 'present' && RULE_IDS.includes(rule))
    .slice(0, MOST_FINDINGS)
    .map(({ rule, quotes }) => ({ rule, quotes: quotes.slice(0, MOST_QUOTES) }));
  return { claims, rewrite: parsed.data.rewrite ?? '' };
}

/** The object from the first brace to the last. */
function jsonIn(text: string): unknown {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
