import type { AllMiddlewareArgs } from '@slack/bolt';

/**
 * Where the app is installed for a whole organisation, the organisation is one workspace to us: people of all
 * its teams meet in the same channels, and a person's team says where they sit, not whose data it is.
 */
export async function asOneWorkspace({ context, next }: AllMiddlewareArgs): Promise<void> {
  if (context.isEnterpriseInstall) delete context.teamId;
  await next();
}
