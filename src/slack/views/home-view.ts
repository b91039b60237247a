import type { Button, HomeView, KnownBlock, RichTextElement } from '@slack/types';
import { BAND_WORDS } from '../../evaluator/checklist.ts';
import type { Rule } from '../../evaluator/rule.ts';
import { RULES } from '../../evaluator/rules/index.ts';
import { titleToMend } from '../../evaluator/title-to-mend.ts';
import type { PastReview } from '../../reviews/ports.ts';
import { commands, homeActions } from '../ids.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';
import { WAYS } from './ways.ts';
import { checksKept, DRAFTS_KEPT } from './what-is-kept.ts';
import { type ShownModel, whoReads } from './who-reads.ts';

/** An earlier check as it is shown; `outcome` says whether there was anything to judge. */
export interface ShownCheck extends PastReview {
  readonly outcome: 'judged' | 'unjudged' | 'no-apology';
}

export interface HomeViewOptions {
  /** Newest first. */
  readonly checks: readonly ShownCheck[];
  readonly slip: { readonly rule: string; readonly times: number; readonly of: number } | undefined;
  readonly rules?: readonly Rule[];
  /** Where to find help; unset: nowhere but with the admins. */
  readonly supportUrl?: string | undefined;
  /** A language model that may read drafts; unset: there is none. */
  readonly model?: ShownModel | undefined;
}

const TITLES_PER_CHECK = 3;
const DOTS = 5;

/** What one person sees in the app's Home tab. Nothing of anybody else, and no draft's words. */
export function homeView({ checks, slip, rules = RULES, supportUrl, model }: HomeViewOptions): HomeView {
  return {
    type: 'home',
    blocks: [
      header('Before you send an apology'),
      richText(
        paragraph(
          plain(
            'Show me the draft first. I tell you what is good about it and which three things to mend first, and I suggest a wording made of your own facts. What you send is up to you.',
          ),
        ),
      ),
      {
        type: 'actions',
        elements: [{ ...homeButton(homeActions.openForm, 'Check an apology'), style: 'primary' }],
      },
      ...checksSection(checks, rules),
      ...slipSection(slip, rules),
      header('How to ask me'),
      richText(
        list(
          'bullet',
          WAYS.filter(([how]) => how !== 'My Home tab').map(([how, what]) => [
            ...bold(how),
            ...plain(`: ${what}`),
          ]),
        ),
      ),
      header('What I keep'),
      richText(
        paragraph(bold(DRAFTS_KEPT.lead), plain(DRAFTS_KEPT.rest)),
        list('bullet', [
          ...checksKept(model).map(plain),
          plain('My judgement can be wrong, and it is never about you.'),
        ]),
      ),
      header('Who reads a draft'),
      richText(paragraph(plain(`My rules read it, here where I run. ${whoReads(model)}`))),
      header('Something should be different?'),
      richText(
        paragraph(
          plain(
            `The settings of a channel say what counts there and who sees my answers. They are in the hands of the admins of this workspace, here or with ${commands.apologyCheck} settings in the channel. ${supportUrl === undefined ? 'The admins are also the ones to ask when something does not work.' : 'When something does not work, you find help under "Get help".'}`,
          ),
        ),
      ),
      {
        type: 'actions',
        elements: [
          homeButton(homeActions.openSettings, 'Settings of a channel'),
          ...(model === undefined ? [] : [homeButton(homeActions.openModel, 'A language model')]),
          ...(supportUrl === undefined
            ? []
            : [{ ...homeButton(homeActions.support, 'Get help'), url: supportUrl }]),
        ],
      },
    ],
  };
}

const homeButton = (action: string, text: string): Button => ({
  type: 'button',
  action_id: action,
  text: { type: 'plain_text', text, emoji: false },
});

const header = (text: string): KnownBlock => ({
  type: 'header',
  text: { type: 'plain_text', text, emoji: false },
});

function checksSection(checks: readonly ShownCheck[], rules: readonly Rule[]): KnownBlock[] {
  if (checks.length === 0) {
    return [
      header('Your last checks'),
      richText(paragraph(plain('None yet. The first one will stand here, for your eyes only.'))),
    ];
  }
  const title = checks.length === 1 ? 'Your last check' : `Your last ${checks.length} checks`;
  return [
    header(title),
    richText(
      list(
        'bullet',
        checks.map((check) => checkLine(check, rules)),
      ),
    ),
    {
      type: 'context',
      elements: [{ type: 'plain_text', text: 'Only you see this. More dots are better.', emoji: false }],
    },
  ];
}

/** Words first, so that nobody has to count dots. */
function checkLine(check: ShownCheck, rules: readonly Rule[]): RichTextElement[] {
  const when = day(check.requestedAt);
  if (check.outcome === 'unjudged') return [...plain('I could not judge this one · '), ...when];
  if (check.outcome === 'no-apology') return [...plain('I found no apology in this one · '), ...when];
  const filled = Math.round((check.score / 100) * DOTS);
  const dots = '●'.repeat(filled) + '○'.repeat(DOTS - filled);
  return [...bold(BAND_WORDS[check.band]), ...plain(` ${dots} · `), ...when, ...plain(titles(check, rules))];
}

const day = (iso: string): RichTextElement[] => [
  {
    type: 'date',
    timestamp: Math.floor(Date.parse(iso) / 1000),
    format: '{date_short_pretty}',
    fallback: iso.slice(0, 10),
  },
];

/** What there was to mend, the faults first; nothing for a draft that was ready. A rule that no longer exists has no name. */
function titles({ band, faults, missing }: PastReview, rules: readonly Rule[]): string {
  if (band === 'ready') return '';
  const names = [...faults, ...missing].flatMap((id) => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? [] : [titleToMend(rule)];
  });
  if (names.length === 0) return '';
  // A count of what else there was would help nobody.
  const more = names.length > TITLES_PER_CHECK ? ' · and more' : '';
  return `\n${names.slice(0, TITLES_PER_CHECK).join(' · ')}${more}`;
}

function slipSection(slip: HomeViewOptions['slip'], rules: readonly Rule[]): KnownBlock[] {
  const rule = rules.find(({ id }) => id === slip?.rule);
  if (slip === undefined || rule === undefined) return [];
  const how = slip.times === slip.of ? `In all ${slip.of} of them` : `In ${slip.times} of ${slip.of} drafts`;
  return [
    header('What comes up most'),
    richText(paragraph(bold(titleToMend(rule)), plain(`\n${how}. ${rule.advice}`))),
  ];
}
