import { defineComponent } from '../../rule.ts';

export const invitesResponse = defineComponent({
  id: 'invites-response',
  title: 'An open door',
  missing: 'Nothing asks for their side',
  why: 'An apology works better once a person has felt heard. One real question opens that door.',
  advice: 'Ask one question you want the answer to, or give a line that reaches you.',
  sources: ['frantz-2005', 'davidow-2003', 'seed-000', 'seed-002', 'seed-003'],
  weight: 2,
  examples: {
    present: [
      '«Is there anything I have missed?»',
      '«Would Tuesday suit you better?»',
      "«I'd like to hear how it looked from your side».",
      '«Reply to this and it reaches me directly».',
    ],
    absent: [
      'Please do not hesitate to contact us.',
      'Why not try our new menu?',
      'Did you even read the label?',
      'Have a lovely weekend.',
    ],
  },
  practice: {
    before: "We're sorry we left your oven uncleaned on Monday. The £20 is back on your card.",
    after:
      "We're sorry we left your oven uncleaned on Monday. The £20 is back on your card. Did we leave anything else undone?",
  },
});
