import { errorCode, innermost } from './trouble.js';

const removed = ['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'not_authed'];

/** Answers what went wrong between Slack and the app, and what mends it, as sentences; null where the error isn't one of Slack's. */
export function slackFault(error: unknown): string | null {
  const code = errorCode(error);
  if (removed.includes(code))
    return `Something went wrong: Slack doesn't take my token any more (${code}). The app was removed from this workspace, or its token was replaced: whoever runs it installs it again, and starts it with the new token.`;
  if (code === 'missing_scope')
    return 'Something went wrong: Slack says that I lack a permission (missing_scope). Whoever runs this app updates it from manifest.yml, and installs it again.';
  if (code !== '') return `Something went wrong: Slack refused it (${code}).`;
  return isOfSlack(error) ? `Something went wrong: Slack didn't answer as it should (${innermost(error)}).` : null;
}

/** Whether a call of Slack's API failed on its way. */
const isOfSlack = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('slack_webapi_');
