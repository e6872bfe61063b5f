import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { Unusable } from '../text/problem.js';

/** How a system is reached. */
export interface Line {
  readonly dispatcher: Dispatcher;
  /** A request that takes longer is given up. */
  readonly timeoutMs: number;
  /** Answers a text with every secret of the system left out. */
  readonly withoutSecrets: (text: string) => string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** What a line is opened with. */
export interface LineSettings {
  readonly name: string;
  /** The file of an authority that is trusted besides the usual ones. */
  readonly ca: string | undefined;
  readonly timeoutMs: number;
  readonly secrets: readonly string[];
}

/** Opens a line through the proxy that the environment names. Throws Unusable where the authority's file can't be read. */
export function openLine({ name, ca, timeoutMs, secrets }: LineSettings, env: Env): Line {
  // Said here, so that no variable of the environment can switch the check off.
  const tls = {
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca: [...rootCertificates, authority(name, ca)] }),
  };
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: env.http_proxy ?? env.HTTP_PROXY ?? '',
    httpsProxy: env.https_proxy ?? env.HTTPS_PROXY ?? '',
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
    connect: tls,
    requestTls: tls,
  });
  return { dispatcher, timeoutMs, withoutSecrets: leavingOut(secrets) };
}

function authority(name: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Unusable([
      `tickets › ${name} › ca: ${file} can't be read (${why}). Name a file with the certificate in PEM.`,
    ]);
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new Unusable([`tickets › ${name} › ca: ${file} holds no certificate in PEM (-----BEGIN CERTIFICATE-----).`]);
  return text;
}

function leavingOut(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => [
    secret,
    Buffer.from(secret).toString('base64'),
    encodeURIComponent(secret),
  ]);
  const shown = [...new Set(forms)].filter((one) => one.length > 3).sort((a, b) => b.length - a.length);
  return (text) => shown.reduce((left, one) => left.replaceAll(one, '…'), text);
}
