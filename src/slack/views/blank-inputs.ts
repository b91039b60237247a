import type { KnownBlock } from '@slack/types';
import { hash } from '../../evaluator/rewrite/wording.ts';
import { editorActions, editorBlocks } from '../ids.ts';
import type { AskedBlank, EditorForm } from './editor-form.ts';
import { textInput } from './inputs.ts';
import { cutText } from './limits.ts';
import { asksForRepair, offersMenu } from './offers-menu.ts';

/** Longer answers are sentences for the draft itself. */
const ANSWER_MAX = 1000;
const QUESTION_MAX = 300;

/**
 * The block of a slot: by the slot, so that an answer never turns up under another question, and by the
 * round, so that a text of ours can stand in it (`EditorForm.round`).
 */
export const blankId = (slot: string, round: number): string =>
  `${editorBlocks.blank}${hash(slot).toString(36)}${round === 0 ? '' : `.r${round}`}`;

/** The open questions of a text, each with room for its answer. */
export const blankInputs = ({
  blanks,
  offers,
  round,
}: Pick<EditorForm, 'blanks' | 'offers' | 'round'>): KnownBlock[] =>
  blanks.flatMap(({ text, question, answer }: AskedBlank) => [
    textInput({
      blockId: blankId(text, round),
      actionId: editorActions.blank,
      label: cutText(question, QUESTION_MAX),
      hint: `Your words go in place of ${cutText(text, QUESTION_MAX)}`,
      max: ANSWER_MAX,
      value: answer,
      optional: true,
    }),
    ...(asksForRepair(text) ? offersMenu(offers) : []),
  ]);
