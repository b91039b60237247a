import type { Config } from '../../config.ts';
import { BOT_SCOPES } from '../../slack/oauth/scopes.ts';
import { askSlack, type SlackAnswer } from './ask-slack.ts';
import { amiss, type Remark, well } from './remark.ts';

/** Long before what Slack signs is taken for old (`slack/slack-requests.ts`). */
const MOST_MS = 60_000;

/** What Slack says to the tokens, what they may do, and what the clock says to Slack's. */
export async function slackRemarks(slack: Config['slack']): Promise<Remark[]> {
  if (slack.mode === 'sandbox') return [];
  const apiUrl = slack.SLACK_API_URL;
  if (slack.mode === 'oauth') {
    const answer = await askSlack('api.test', { apiUrl });
    return answer ? [well('Slack', 'it answers'), clockRemark(answer)] : [silence];
  }
  const answer = await askSlack('auth.test', { apiUrl, token: slack.SLACK_BOT_TOKEN });
  if (answer === undefined) return [silence];
  return [
    botTokenRemark(answer, slack.SLACK_BOT_TOKEN),
    ...(answer.ok ? [scopesRemark(answer)] : []),
    ...(slack.mode === 'socket'
      ? [appTokenRemark(await askSlack('apps.connections.open', { apiUrl, token: slack.SLACK_APP_TOKEN }))]
      : []),
    clockRemark(answer),
  ];
}

const silence = amiss(
  'Slack',
  'it does not answer from here, or not as Slack does. Check the network and its proxy, and SLACK_API_URL if it is set.',
);

function botTokenRemark({ ok, error, team, botId }: SlackAnswer, token: string): Remark {
  const about = 'bot token';
  if (!ok)
    return amiss(
      about,
      `Slack refuses it (${error ?? 'without a word'}). Copy SLACK_BOT_TOKEN anew from OAuth & Permissions; install the app again if there is none.`,
    );
  if (botId === undefined)
    return amiss(about, 'it is not the token of a bot. Take the Bot User OAuth Token (xoxb-…).');
  if (token.startsWith('xoxe.'))
    return amiss(
      about,
      'it holds for twelve hours only, because tokens of this app rotate. Set the variables of OAuth, with which they are renewed, or make an app without token rotation.',
    );
  return well(about, team === undefined ? 'Slack takes it' : `Slack takes it, in the workspace ${team}`);
}

function scopesRemark({ scopes }: SlackAnswer): Remark {
  const about = 'scopes';
  if (scopes === undefined)
    return amiss(about, 'Slack does not say which there are. Compare OAuth & Permissions with manifest.yml.');
  const lacking = Object.keys(BOT_SCOPES).filter((scope) => !scopes.includes(scope));
  if (lacking.length > 0)
    return amiss(
      about,
      `${lacking.join(', ')} not granted. Put manifest.yml into App Manifest on the page of the app, then install it again.`,
    );
  const more = scopes.filter((scope) => !(scope in BOT_SCOPES));
  return well(
    about,
    more.length === 0
      ? 'those of manifest.yml'
      : `those of manifest.yml, and more than needed: ${more.join(', ')}`,
  );
}

function appTokenRemark(answer: SlackAnswer | undefined): Remark {
  const about = 'app-level token';
  if (answer === undefined) return silence;
  if (answer.ok) return well(about, 'Slack would open a connection with it');
  return amiss(
    about,
    `Slack opens no connection (${answer.error ?? 'without a word'}). Switch on Socket Mode on the page of the app, and take a token with connections:write of that app from Basic Information as SLACK_APP_TOKEN.`,
  );
}

function clockRemark({ aheadMs }: SlackAnswer): Remark {
  const about = 'clock';
  if (aheadMs === undefined) return amiss(about, "Slack's answer has no date, so it cannot be compared.");
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (Math.abs(aheadMs) <= MOST_MS) return well(about, `within ${Math.max(seconds, 1)} s of Slack's`);
  return amiss(
    about,
    `${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} Slack's; from 300 s on every request is refused. Let the machine set its clock (NTP).`,
  );
}
