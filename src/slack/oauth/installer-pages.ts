import type { ServerResponse } from 'node:http';
import type { HTTPReceiverOptions } from '@slack/bolt';
import { installedPage, notInstalledPage, PAGE_HEADERS, startPage } from './install-page.ts';
import { LINK_NO_GOOD } from './install-state.ts';

/** What somebody who installs the app sees of us, as Bolt's installer asks for it. */
export const installerPages: NonNullable<HTTPReceiverOptions['installerOptions']> = {
  renderHtmlForInstallPath: startPage,
  installPathOptions: {
    async beforeRedirection(_request, response) {
      for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
      return true;
    },
  },
  callbackOptions: {
    success({ appId, team, isEnterpriseInstall }, _options, _request, response) {
      show(response, 200, installedPage({ appId, teamId: isEnterpriseInstall ? undefined : team?.id }));
    },
    failure({ code }, _options, _request, response) {
      const { status, title, why } = reasonOf(code);
      show(response, status, notInstalledPage(title, why));
    },
  },
};

const show = (response: ServerResponse, status: number, page: string): void =>
  void response.writeHead(status, PAGE_HEADERS).end(page);

const NOT_YET = 'It is not installed yet';

/** By the codes of @slack/oauth and our own. */
function reasonOf(code: string): { readonly status: number; readonly title: string; readonly why: string } {
  switch (code) {
    case 'slack_oauth_installer_authorization_error':
      return {
        status: 200,
        title: 'Nothing was installed',
        why: 'You chose not to, and nothing has changed.',
      };
    case 'slack_oauth_missing_state':
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_code':
    case 'install_link_no_good':
      return { status: 400, title: NOT_YET, why: LINK_NO_GOOD };
    default:
      return {
        status: 500,
        title: NOT_YET,
        why: 'Something between Slack and me went wrong. Please try again in a minute; to install twice does no harm.',
      };
  }
}
