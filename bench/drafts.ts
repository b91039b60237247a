import { readFileSync } from 'node:fs';
import { z } from 'zod';

const line = z.object({ text: z.string() });

/** Invented drafts of about 120 words (100 to 140), as people would send them. */
export function drafts(): string[] {
  const all = ['invented', 'invented-2'].flatMap((name) =>
    readFileSync(new URL(`../tests/labels/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((text) => line.parse(JSON.parse(text)).text),
  );
  return all.filter((text) => {
    const words = text.split(/\s+/).length;
    return words >= 100 && words <= 140;
  });
}
