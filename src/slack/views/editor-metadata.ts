import { blankId } from './blank-inputs.ts';
import type { EditorForm } from './editor-form.ts';
import { LIMITS } from './limits.ts';

/** What a form remembers between two looks at it (`readMetadata` reads it): ids, numbers and slots, no draft. */
export function writeMetadata(form: EditorForm): string {
  const { seams } = form.draft;
  const { channelId, round, more, checked, verdict, reply, blanks } = form;
  const rest = {
    ...(channelId === undefined ? {} : { channel_id: channelId }),
    ...(round === 0 ? {} : { round }),
    ...(more ? { more } : {}),
    ...(seams.length === 0 ? {} : { seams }),
    ...(checked === undefined ? {} : { checked }),
    ...(verdict ? { verdict: { band: verdict.band, score: verdict.score } } : {}),
    ...(reply
      ? { reply: { id: reply.reviewId, revision: reply.revision, channel_id: reply.channelId, ts: reply.ts } }
      : {}),
  };
  const slots = blanks.map(({ text }) => [blankId(text, round), text]);
  for (;;) {
    const written = JSON.stringify({ ...rest, ...(slots.length === 0 ? {} : { slots }) });
    if (written.length <= LIMITS.privateMetadata || slots.pop() === undefined) return written;
  }
}
