import type { KnownBlock, PlainTextOption } from '@slack/types';
import type { Band, Blank } from '../../evaluator/review.ts';
import type { ContextFieldName } from './context-fields.ts';
import type { DraftParts } from './draft-inputs.ts';

/** The reply that is edited, and the revision of it that the person has seen. */
export interface EditedReply {
  readonly reviewId: string;
  readonly revision: number;
  readonly channelId: string;
  readonly ts: string;
}

/** What a text came to. */
export interface Verdict {
  readonly band: Band;
  readonly score: number;
}

/** A question of the form with what was typed for it. */
export interface AskedBlank extends Pick<Blank, 'text' | 'question'> {
  readonly answer: string;
}

/** Everything the editor shows and a person typed: from this it is drawn, to this it is read back. */
export interface EditorForm {
  /** In parts as they stand in their inputs. */
  readonly draft: DraftParts;
  /**
   * How often we put a text of our own into the draft. Slack keeps what was typed in an input as long as
   * its block id stays, so a new text needs a new id.
   */
  readonly round: number;
  /** As typed; a choice by its value, a time in seconds since 1970. */
  readonly fields: Readonly<Partial<Record<ContextFieldName, string>>>;
  /** "More about it" was pressed. */
  readonly more: boolean;
  readonly blanks: readonly AskedBlank[];
  /** What people may offer in the channel, as it can be chosen. */
  readonly offers: readonly PlainTextOption[];
  /** What the last check said, as blocks. */
  readonly answer: readonly KnownBlock[];
  /** What the person had written before answers or a suggestion took its place; '' if nothing did. */
  readonly earlier: string;
  /** Keyed to the text that was checked last, so that a suggestion is known to belong to it. */
  readonly checked: string | undefined;
  readonly verdict: Verdict | undefined;
  /** Said above everything else. */
  readonly notice: string | undefined;
  /** Somebody else was faster; the person may use their own text all the same. */
  readonly overtaken: boolean;
  /** A link to the reply as somebody else has changed it. */
  readonly newer: string | undefined;
  /** Set: the form puts its text in the place of this reply. */
  readonly reply: EditedReply | undefined;
  /** Where the command was typed. */
  readonly channelId: string | undefined;
  /** Where to answer, as chosen in the form. */
  readonly conversation: string | undefined;
  readonly onlyMe: boolean;
}

export const EMPTY_FORM: EditorForm = {
  draft: { parts: [''], seams: [] },
  round: 0,
  fields: {},
  more: false,
  blanks: [],
  offers: [],
  answer: [],
  earlier: '',
  checked: undefined,
  verdict: undefined,
  notice: undefined,
  overtaken: false,
  newer: undefined,
  reply: undefined,
  channelId: undefined,
  conversation: undefined,
  onlyMe: false,
};
