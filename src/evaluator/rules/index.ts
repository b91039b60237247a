import type { Rule } from '../rule.ts';
import { briefExplanation } from './components/brief-explanation.ts';
import { empathyImpact } from './components/empathy-impact.ts';
import { explicitApology } from './components/explicit-apology.ts';
import { followUp } from './components/follow-up.ts';
import { invitesResponse } from './components/invites-response.ts';
import { personalVoice } from './components/personal-voice.ts';
import { preventionStep } from './components/prevention-step.ts';
import { repairOffer } from './components/repair-offer.ts';
import { specificAcknowledgement } from './components/specific-acknowledgement.ts';
import { takesResponsibility } from './components/takes-responsibility.ts';
import { thanksCustomer } from './components/thanks-customer.ts';
import { valuesRelationship } from './components/values-relationship.ts';
import { blamesCustomer } from './faults/blames-customer.ts';
import { blamesOthers } from './faults/blames-others.ts';
import { cannedBoilerplate } from './faults/canned-boilerplate.ts';
import { conditionalApology } from './faults/conditional-apology.ts';
import { defensiveness } from './faults/defensiveness.ts';
import { demandsForgiveness } from './faults/demands-forgiveness.ts';
import { disrespectfulTone } from './faults/disrespectful-tone.ts';
import { excuseMaking } from './faults/excuse-making.ts';
import { minimising } from './faults/minimising.ts';
import { overApologising } from './faults/over-apologising.ts';
import { overExplaining } from './faults/over-explaining.ts';
import { overPromise } from './faults/over-promise.ts';
import { passiveEvasion } from './faults/passive-evasion.ts';
import { selfPromotion } from './faults/self-promotion.ts';
import { sorryBut } from './faults/sorry-but.ts';
import { sorryYouFeel } from './faults/sorry-you-feel.ts';
import { unfilledPlaceholder } from './gates/unfilled-placeholder.ts';

/** Every rule in rubric order. A rule may ask what the rules before it found. */
export const RULES: readonly Rule[] = [
  explicitApology,
  specificAcknowledgement,
  takesResponsibility,
  empathyImpact,
  briefExplanation,
  repairOffer,
  preventionStep,
  followUp,
  invitesResponse,
  thanksCustomer,
  valuesRelationship,
  personalVoice,
  conditionalApology,
  sorryBut,
  sorryYouFeel,
  blamesCustomer,
  blamesOthers,
  excuseMaking,
  defensiveness,
  minimising,
  overPromise,
  passiveEvasion,
  overExplaining,
  cannedBoilerplate,
  overApologising,
  demandsForgiveness,
  selfPromotion,
  disrespectfulTone,
  unfilledPlaceholder,
];
