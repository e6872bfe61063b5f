const localHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Answers whether an address is one of the local workspace that the API address names, whatever this machine is called in either. */
export function inLocalWorkspace(address: string, apiUrl: string | undefined): boolean {
  if (apiUrl === undefined || !URL.canParse(apiUrl) || !URL.canParse(address)) return false;
  const [one, api] = [new URL(address), new URL(apiUrl)];
  const local = localHosts.includes(one.hostname) && localHosts.includes(api.hostname);
  return one.protocol === 'http:' && local && one.port === api.port;
}
