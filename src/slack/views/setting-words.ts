import type { Rule } from '../../evaluator/rule.ts';
import type { ChannelSettings } from '../../reviews/channel-settings.ts';

type Field = keyof ChannelSettings;

/** What each setting is called. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  channel: 'Where will customers read what is written here?',
  visibility: 'Who sees my answers here?',
  rulesDouble: 'What counts double here?',
  rulesHalf: 'What counts half here?',
  rulesOff: 'What does not count here?',
  housePhrases: 'Wordings of your house',
  remedies: 'What may people here offer?',
  escalationContact: 'Who can approve more than that?',
  legalWords: 'Words that need a second pair of eyes',
};

/** How each is filled in, and what it does. */
export const FIELD_HINTS: Readonly<Partial<Record<Field, string>>> = {
  channel: 'I go by this unless somebody chooses another place for their draft.',
  rulesDouble:
    'What your customers mind most. Whatever stands in none of these three fields counts as usual.',
  rulesHalf: 'A grave fault still holds a draft back, whatever it counts.',
  rulesOff: 'I say nothing about these. Saying sorry always counts.',
  housePhrases: 'One to a line. I never call them a fault.',
  remedies:
    'One to a line, such as "full refund" or "voucher up to £20". An offer beyond these is marked as needing approval. Leave it empty and I say nothing about offers.',
  escalationContact: 'A name and how to reach them. They are named where approval is needed.',
  legalWords:
    'One to a line, such as "recall". A draft with one of them says that somebody with authority should read it.',
};

export const CHANNEL_CHOICES: Readonly<Record<ChannelSettings['channel'], string>> = {
  email: 'In an e-mail',
  chat: 'In a chat',
  review_reply: 'Under a public review',
  status_page: 'On a status page',
  script: 'In a call or in person, from a script',
  letter: 'In a letter',
};

export const VISIBILITY_CHOICES: Readonly<Record<ChannelSettings['visibility'], string>> = {
  thread: 'Everybody in the channel, in a thread',
  'colleagues-private': "The same, but only the person who asks when it is a colleague's message",
  private: 'Only the person who asks',
};

/** What a setting is set to, in words of one line. */
export function settingInWords(settings: ChannelSettings, field: Field, rules: readonly Rule[]): string {
  switch (field) {
    case 'channel':
      return CHANNEL_CHOICES[settings.channel];
    case 'visibility':
      return VISIBILITY_CHOICES[settings.visibility];
    case 'rulesDouble':
    case 'rulesHalf':
    case 'rulesOff':
      return listed(rules.filter(({ id }) => settings[field].includes(id)).map(({ title }) => title));
    case 'escalationContact':
      return settings.escalationContact || 'nobody is named';
    default:
      return listed(settings[field]);
  }
}

const listed = (texts: readonly string[]): string => (texts.length === 0 ? 'nothing' : texts.join(' · '));
