import type { ActionsBlock, PlainTextOption } from '@slack/types';
import { hash } from '../../evaluator/rewrite/wording.ts';
import { repairOffer } from '../../evaluator/rules/components/repair-offer.ts';
import { editorActions, editorBlocks } from '../ids.ts';
import { cutText, LIMITS } from './limits.ts';
import { words } from './words.ts';

/** Recognises a remedy without showing it cut or counting on its place in the list. */
export const remedyKey = (remedy: string): string => hash(remedy).toString(36);

/** What people in the channel may offer, as it can be chosen. */
export const offersOf = (remedies: readonly string[]): PlainTextOption[] =>
  remedies.map((remedy) => ({
    text: words(cutText(remedy, LIMITS.optionText)),
    value: remedyKey(remedy),
  }));

/** Whether an open slot asks for what will put it right. */
export const asksForRepair = (slot: string): boolean => slot === repairOffer.ask?.blank;

/** Beside the question about the repair: what the channel allows. None is chosen until the person does. */
export const offersMenu = (offers: readonly PlainTextOption[]): ActionsBlock[] =>
  offers.length === 0
    ? []
    : [
        {
          type: 'actions',
          block_id: editorBlocks.offers,
          elements: [
            {
              type: 'static_select',
              action_id: editorActions.offer,
              placeholder: words('Take one of the offers you may make'),
              options: [...offers],
            },
          ],
        },
      ];
