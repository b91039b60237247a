import { readFileSync } from 'node:fs';
import { z } from 'zod';

const line = z.object({ text: z.string() });

/** Invented drafts of all lengths, as people would send them. */
export const allDrafts = (): string[] =>
  ['invented', 'invented-2'].flatMap((name) =>
    readFileSync(new URL(`../tests/labels/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((text) => line.parse(JSON.parse(text)).text),
  );

/** Those of about 120 words (100 to 140). */
export const drafts = (): string[] =>
  allDrafts().filter((text) => {
    const words = text.split(/\s+/).length;
    return words >= 100 && words <= 140;
  });
