/** How the bot reaches Slack, read from the environment. */
export type Tokens =
  | {
      readonly kind: 'http';
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
      readonly host: string;
    }
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string };

type Env = Readonly<Record<string, string | undefined>>;

const given = (env: Env, name: string) => env[name]?.trim() ?? '';

/** Answers which tokens the environment holds: none, a set for HTTP or Socket Mode, or what is missing from half a set. */
export function tokensIn(env: Env): 'none' | 'http' | 'socket' | { readonly missing: string } {
  const [bot, secret, app] = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].map(
    (name) => given(env, name) !== '',
  );
  if (bot && app) return 'socket';
  if (bot && secret) return 'http';
  if (bot) return { missing: 'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode)' };
  if (app || secret) return { missing: 'SLACK_BOT_TOKEN' };
  return 'none';
}

/** Answers the tokens and where to listen, or one line that says what is wrong. */
export function readTokens(env: Env): Tokens | { readonly problem: string } {
  const kind = tokensIn(env);
  const botToken = given(env, 'SLACK_BOT_TOKEN');
  if (kind === 'none')
    return {
      problem: 'SLACK_BOT_TOKEN is missing, with SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode).',
    };
  if (typeof kind === 'object') return { problem: `${kind.missing} is missing.` };
  if (kind === 'socket') return { kind, botToken, appToken: given(env, 'SLACK_APP_TOKEN') };
  const port = given(env, 'PORT') || '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return { problem: `PORT: "${port.slice(0, 20)}" isn't a port. Give a number from 0 to 65535, such as 3000.` };
  // Loopback by default: a tunnel or proxy with TLS stands in front; HOST=0.0.0.0 opens it in a container.
  return {
    kind,
    botToken,
    signingSecret: given(env, 'SLACK_SIGNING_SECRET'),
    port: Number(port),
    host: given(env, 'HOST') || '127.0.0.1',
  };
}
