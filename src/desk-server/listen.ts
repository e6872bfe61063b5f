import type { Server } from 'node:http';
import { Unusable } from '../text/problem.js';

/** Where the desk listens if nobody says otherwise. */
export const usualPort = 3000;

/** Lets a server listen on loopback; answers its port. Without a wish for one, a free port will do where the usual one is taken. Throws Unusable where it can't listen. */
export async function listen(server: Server, wish: number | null): Promise<number> {
  try {
    return await listenAt(server, wish ?? usualPort);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (wish !== null)
      throw new Unusable([
        code === 'EADDRINUSE'
          ? `PORT ${wish}: something listens there already, perhaps another desk. Set PORT to another number, or unset it: then a free port is taken.`
          : `PORT ${wish}: the desk can't listen there (${code}). Set PORT to another number, 1024 or higher.`,
      ]);
    return listenAt(server, 0).catch(noFreePort);
  }
}

/** Says that no port is free. Throws Unusable, always. */
export function noFreePort(error: unknown): never {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  throw new Unusable([
    `The desk found no free port (${why}). End something that listens, or use the guide in the terminal: npx tsdeploy plan`,
  ]);
}

const listenAt = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** Answers the port that the environment wishes for, null where it wishes for none. Throws Unusable where it isn't a port. */
export function wishedPort(given: string | undefined): number | null {
  const wish = given?.trim() ?? '';
  if (wish === '') return null;
  if (!/^\d{1,5}$/.test(wish) || Number(wish) > 65_535)
    throw new Unusable([`PORT: "${wish.slice(0, 20)}" isn't a port. Give a number from 0 to 65535, such as 3000.`]);
  return Number(wish);
}
