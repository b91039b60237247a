import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One labelled stretch of a training draft: its place in the text and the criteria it is evidence for. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly yes: ReadonlySet<string>;
  readonly unsure: ReadonlySet<string>;
}
export interface LabelledParts {
  readonly id: string;
  readonly channel: string;
  readonly text: string;
  readonly not: boolean;
  readonly parts: readonly Part[];
}
export interface LabelledDraft {
  readonly id: string;
  readonly channel: string;
  readonly text: string;
  readonly present: Readonly<Record<string, string>>;
  readonly na: ReadonlySet<string>;
  readonly unsure: ReadonlySet<string>;
  readonly not: boolean;
}

/** Codes of the training drafts → the rubric's ids. */
export const CODES: Readonly<Record<string, string>> = {
  ea: 'explicit-apology',
  sa: 'specific-acknowledgement',
  tr: 'takes-responsibility',
  em: 'empathy-impact',
  ex: 'brief-explanation',
  re: 'repair-offer',
  pr: 'prevention-step',
  fu: 'follow-up',
  iv: 'invites-response',
  th: 'thanks-customer',
  vr: 'values-relationship',
  pv: 'personal-voice',
  co: 'conditional-apology',
  sb: 'sorry-but',
  sf: 'sorry-you-feel',
  bc: 'blames-customer',
  bo: 'blames-others',
  xm: 'excuse-making',
  df: 'defensiveness',
  mi: 'minimising',
  op: 'over-promise',
  pe: 'passive-evasion',
  ox: 'over-explaining',
  cb: 'canned-boilerplate',
  oa: 'over-apologising',
  fg: 'demands-forgiveness',
  sp: 'self-promotion',
  dt: 'disrespectful-tone',
  ph: 'unfilled-placeholder',
};

const lines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** The training drafts written for the classifier, sentence by sentence. */
export function trainingDrafts(folder: string): LabelledParts[] {
  const drafts: LabelledParts[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()) {
    for (const row of lines(join(folder, file)) as {
      id: string;
      channel: string;
      not?: boolean;
      parts: [string, string][];
    }[]) {
      let text = '';
      const parts: Part[] = [];
      for (const [words, codes] of row.parts) {
        if (text !== '' && !words.startsWith('\n')) text += ' ';
        const start = text.length;
        text += words;
        parts.push({ start, end: text.length, ...readCodes(codes, `${file} ${row.id}`) });
      }
      drafts.push({ id: row.id, channel: row.channel, text, not: row.not ?? false, parts });
    }
  }
  return drafts;
}

/** Drafts labelled as documents (the corpus' format). */
export function labelledDrafts(textPath: string, labelPath: string): LabelledDraft[] {
  const labels = new Map(
    (
      lines(labelPath) as {
        id: string;
        present?: Record<string, string>;
        na?: string[];
        unsure?: string[];
        not_an_apology?: boolean | null;
      }[]
    ).map((row) => [row.id, row]),
  );
  return (lines(textPath) as { id: string; channel: string; text: string }[]).map(({ id, channel, text }) => {
    const label = labels.get(id);
    if (!label) throw new Error(`${id} has no labels`);
    return {
      id,
      channel,
      text,
      present: label.present ?? {},
      na: new Set(label.na),
      unsure: new Set(label.unsure),
      not: label.not_an_apology === true,
    };
  });
}

/** Single sentences with their codes, `codes<TAB>sentence`; each is labelled as if nothing else owned the failure. */
export function trainingSentences(folder: string): LabelledParts[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, i) => {
          const [codes = '', text = ''] = line.split('\t');
          const part = {
            start: 0,
            end: text.length,
            ...readCodes(codes === '-' ? '' : codes, `${file}:${i + 1}`),
          };
          return { id: `${file}:${i + 1}`, channel: 'any', text, not: false, parts: [part] };
        }),
    );
}

function readCodes(codes: string, where: string): { yes: Set<string>; unsure: Set<string> } {
  const yes = new Set<string>();
  const unsure = new Set<string>();
  for (const code of codes.split(/\s+/).filter(Boolean)) {
    const id = CODES[code.replace('?', '')];
    if (!id) throw new Error(`${where}: unknown code ${code}`);
    (code.endsWith('?') ? unsure : yes).add(id);
  }
  return { yes, unsure };
}
