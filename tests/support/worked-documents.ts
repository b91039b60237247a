import type { Profile } from '../../src/evaluator/profile.ts';
import type { Band } from '../../src/evaluator/review.ts';

/** A document of the codebook with its labels, and what the rubric's rules say of it. */
export interface WorkedDocument {
  readonly title: string;
  readonly profile: Profile;
  readonly text: string;
  /** Criterion → the words that show it, verbatim. What is named nowhere is absent. */
  readonly present: Readonly<Record<string, string>>;
  readonly na: readonly string[];
  readonly missing: readonly string[];
  /** As printed, with one decimal. */
  readonly base: string;
  readonly score: number;
  readonly band: Band;
}

/** The worked documents W1 to W8 of the codebook, section 5. */
export const WORKED_DOCUMENTS: readonly WorkedDocument[] = [
  {
    title: 'W1, cafe; customer complained; fault ours; cause known',
    profile: 'email',
    text: "Hi Marta, it's Leo from the counter. I'm sorry I gave you someone else's lunch bag yesterday. I read the wrong ticket, and you only found out back at your desk with a meeting starting. Thank you for writing instead of leaving it. Your £9.40 is refunded and there's a lunch on me whenever you're next in. We now read the name out with each order. I'll message you on Thursday to check the refund arrived.",
    present: {
      'explicit-apology': "I'm sorry I gave you someone else's lunch bag",
      'specific-acknowledgement': "I gave you someone else's lunch bag yesterday",
      'takes-responsibility': "I gave you someone else's lunch bag",
      'empathy-impact': 'you only found out back at your desk with a meeting starting',
      'brief-explanation': 'I read the wrong ticket',
      'repair-offer': 'Your £9.40 is refunded',
      'prevention-step': 'We now read the name out with each order',
      'follow-up': "I'll message you on Thursday to check the refund arrived",
      'thanks-customer': 'Thank you for writing instead of leaving it',
      'personal-voice': "it's Leo from the counter",
    },
    na: [],
    missing: [],
    base: '100.0',
    score: 100,
    band: 'ready',
  },
  {
    title: 'W2, SaaS; customer complained; fault ours; cause known to the sender',
    profile: 'email',
    text: "Dear customer, We apologise for any inconvenience caused by yesterday's service disruption. An error occurred during scheduled maintenance due to unprecedented load. The issue has been resolved. We take reliability very seriously. Thank you for your understanding. The Support Team",
    present: {
      'explicit-apology': 'We apologise',
      'conditional-apology': 'any inconvenience',
      'canned-boilerplate': 'We take reliability very seriously',
      'excuse-making': 'due to unprecedented load',
      'passive-evasion': 'An error occurred during scheduled maintenance',
      'demands-forgiveness': 'Thank you for your understanding',
    },
    na: [],
    missing: [
      'specific-acknowledgement',
      'takes-responsibility',
      'empathy-impact',
      'brief-explanation',
      'repair-offer',
      'prevention-step',
      'follow-up',
      'thanks-customer',
      'personal-voice',
    ],
    base: '12.4',
    score: 0,
    band: 'hold',
  },
  {
    title:
      'W3, airline; customer complained; fault third party (air traffic control), our part: no rebooking help',
    profile: 'email',
    text: "Dear Ms Adeyemi, I'm sorry you feel let down by the cancellation of NL418 on 2 May. Air traffic control restrictions were to blame, and our records show you were offered a rebooking. You can claim your hotel costs with the form attached and we will pay them. Regards, Tom Reyes",
    present: {
      'specific-acknowledgement': 'the cancellation of NL418 on 2 May',
      'repair-offer': 'You can claim your hotel costs with the form attached and we will pay them',
      'personal-voice': 'Dear Ms Adeyemi',
      'sorry-you-feel': "I'm sorry you feel let down",
      'blames-others': 'Air traffic control restrictions were to blame',
      defensiveness: 'our records show you were offered a rebooking',
    },
    na: [],
    missing: [
      'explicit-apology',
      'takes-responsibility',
      'empathy-impact',
      'brief-explanation',
      'prevention-step',
      'follow-up',
      'thanks-customer',
    ],
    base: '34.0',
    score: 0,
    band: 'hold',
  },
  {
    title:
      'W4, e-commerce; fault customer (ordered the wrong size); so responsibility, explanation, prevention n/a',
    profile: 'email',
    text: "Hi Jonas, I'm sorry the boots don't fit. Two days before a wedding is no time for that surprise. I've put a 45 on the evening courier at no charge; the depot expects it with you tomorrow. I'll message at noon to see whether it has come. Keep the 44s for the courier to collect. Would before ten suit you? Aylin",
    present: {
      'explicit-apology': "I'm sorry the boots don't fit",
      'specific-acknowledgement': "the boots don't fit",
      'empathy-impact': 'Two days before a wedding is no time for that surprise',
      'repair-offer': "I've put a 45 on the evening courier at no charge",
      'follow-up': "I'll message at noon to see whether it has come",
      'invites-response': 'Would before ten suit you?',
      'personal-voice': "I've put a 45 on the evening courier",
    },
    na: ['takes-responsibility', 'brief-explanation', 'prevention-step'],
    missing: ['thanks-customer'],
    base: '93.9',
    score: 94,
    band: 'ready',
  },
  {
    title:
      'W5, clinic; fault ours (unreturned calls); root cause unknown, so explanation and prevention n/a; sensitive: flag legal-review',
    profile: 'email',
    text: "Dear Mr Haddad, I'm sorry you're feeling unwell after Tuesday's injection, and I am sorry that nobody returned your two calls. We should have rung you the same afternoon. I have asked Dr Amara to call you today before five. If the fever goes above 39, please go straight to the emergency department. We do not yet know whether the batch is involved; I will write to you by Friday either way. Ruth Lowe, practice nurse",
    present: {
      'explicit-apology': 'I am sorry that nobody returned your two calls',
      'specific-acknowledgement': 'nobody returned your two calls',
      'takes-responsibility': 'We should have rung you the same afternoon',
      'repair-offer': 'I have asked Dr Amara to call you today before five',
      'follow-up': 'I will write to you by Friday either way',
      'personal-voice': 'I have asked Dr Amara',
    },
    na: ['brief-explanation', 'prevention-step'],
    missing: ['empathy-impact', 'thanks-customer'],
    base: '82.1',
    score: 82,
    band: 'good',
  },
  {
    title: 'W6, delivery; customer complained; fault ours; no other context',
    profile: 'email',
    text: 'Hey! So sorry your sofa was just a little late, but December is crazy for everyone. I promise it will never happen again. The missing leg is coming Thursday 8-10. Thanks for choosing SofaSwift!',
    present: {
      'explicit-apology': 'So sorry your sofa was just a little late',
      'specific-acknowledgement': 'your sofa was just a little late',
      'repair-offer': 'The missing leg is coming Thursday 8-10',
      'personal-voice': 'I promise it will never happen again',
      minimising: 'just a little late',
      'sorry-but': 'but December is crazy for everyone',
      'excuse-making': 'December is crazy for everyone',
      'over-promise': 'I promise it will never happen again',
    },
    na: [],
    missing: [
      'takes-responsibility',
      'empathy-impact',
      'brief-explanation',
      'prevention-step',
      'follow-up',
      'thanks-customer',
    ],
    base: '46.4',
    score: 20,
    band: 'hold',
  },
  {
    title: 'W7, SaaS support chat; fault ours',
    profile: 'chat',
    text: 'Hi Sam, I sent you the link to the wrong workspace, sorry! Here is yours: app.example/ws/sam. The other one no longer opens.',
    present: {
      'explicit-apology': 'sorry!',
      'specific-acknowledgement': 'I sent you the link to the wrong workspace',
      'takes-responsibility': 'I sent you the link to the wrong workspace',
      'repair-offer': 'Here is yours',
      'personal-voice': 'I sent you the link',
    },
    na: [],
    missing: [],
    base: '100.0',
    score: 100,
    band: 'ready',
  },
  {
    title: 'W8, hotel review reply by e-mail; fault ours; cause known',
    profile: 'email',
    text: 'Dear Ms Okafor, we failed you on Saturday: the music in the bar ran until two, and we did nothing about it although you rang twice. You lost the night before your race, and I am sorry. The first night is off your bill. The bar now closes its terrace at eleven. You do not have to forgive this; I wanted you to have the facts. Henrik Dahl, night manager',
    present: {
      'explicit-apology': 'I am sorry',
      'specific-acknowledgement':
        'the music in the bar ran until two, and we did nothing about it although you rang twice',
      'takes-responsibility': 'we failed you on Saturday',
      'empathy-impact': 'You lost the night before your race',
      'repair-offer': 'The first night is off your bill',
      'prevention-step': 'The bar now closes its terrace at eleven',
      'personal-voice': 'I wanted you to have the facts',
    },
    na: [],
    missing: ['brief-explanation', 'follow-up', 'thanks-customer'],
    base: '86.6',
    score: 87,
    band: 'ready',
  },
];
