import type { Repair } from '../repair.ts';
import { blamesCustomer } from './blames-customer.ts';
import { blamesOthers } from './blames-others.ts';
import { briefExplanation } from './brief-explanation.ts';
import { cannedBoilerplate } from './canned-boilerplate.ts';
import { conditionalApology } from './conditional-apology.ts';
import { defensiveness } from './defensiveness.ts';
import { demandsForgiveness } from './demands-forgiveness.ts';
import { disrespectfulTone } from './disrespectful-tone.ts';
import { empathyImpact } from './empathy-impact.ts';
import { excuseMaking } from './excuse-making.ts';
import { explicitApology } from './explicit-apology.ts';
import { followUp } from './follow-up.ts';
import { minimising } from './minimising.ts';
import { overApologising } from './over-apologising.ts';
import { overExplaining } from './over-explaining.ts';
import { overPromise } from './over-promise.ts';
import { passiveEvasion } from './passive-evasion.ts';
import { personalVoice } from './personal-voice.ts';
import { preventionStep } from './prevention-step.ts';
import { repairOffer } from './repair-offer.ts';
import { selfPromotion } from './self-promotion.ts';
import { sorryBut } from './sorry-but.ts';
import { sorryYouFeel } from './sorry-you-feel.ts';
import { specificAcknowledgement } from './specific-acknowledgement.ts';
import { takesResponsibility } from './takes-responsibility.ts';
import { thanksCustomer } from './thanks-customer.ts';

/** Repairs of faults, in the order they are made: what rewords an apology before what cuts. */
export const FAULT_REPAIRS: readonly Repair[] = [
  sorryYouFeel,
  conditionalApology,
  sorryBut,
  blamesCustomer,
  disrespectfulTone,
  defensiveness,
  blamesOthers,
  overExplaining,
  excuseMaking,
  minimising,
  overPromise,
  passiveEvasion,
  cannedBoilerplate,
  demandsForgiveness,
  selfPromotion,
  overApologising,
];

/**
 * Repairs of missing components. They run heaviest first. `invites-response` and `values-relationship` are
 * optional everywhere, so nothing asks for them.
 */
export const COMPONENT_REPAIRS: readonly Repair[] = [
  takesResponsibility,
  repairOffer,
  specificAcknowledgement,
  explicitApology,
  empathyImpact,
  preventionStep,
  briefExplanation,
  followUp,
  thanksCustomer,
  personalVoice,
];
