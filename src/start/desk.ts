import type { World } from '../cli/run.js';
import { deskFolder } from './desk-folder.js';
import { serveDesk } from './open-desk.js';

/** Serves the desk until the process is told to end; answers the exit code. Throws Unusable where it can't be served. */
export async function runDesk({ env, out, err }: Pick<World, 'env' | 'out' | 'err'>): Promise<number> {
  const ending = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    // A terminal that is closed: what the desk was to forget shan't stay behind.
    process.once('SIGHUP', () => resolve());
  });
  const kept = deskFolder(env);
  const desk = await serveDesk(env, (line) => err(`${line}\n`));
  const { port } = new URL(desk.address);
  out(`tsdeploy's desk, a small workspace without Slack. Open it in a browser:

  ${desk.address}

Type /tsdeploy plan there. Ctrl+C ends the desk, and forgets what was said in it.${
    kept === null
      ? ' To keep the plans, set TSDEPLOY_DATA to a folder.'
      : `
The plans stay in ${kept}: the next desk there has them, /tsdeploy plans.`
  }
No browser here? From your own machine: ssh -L ${port}:127.0.0.1:${port} THIS-MACHINE, then open the address there.
Out of a container the address is reached with --network host.
Or stay in the terminal: npx tsdeploy plan. For a real workspace, set the tokens that README names.
`);
  const trouble = await Promise.race([desk.ready, ending]);
  if (typeof trouble === 'string') {
    await desk.stop();
    return 2;
  }
  await ending;
  await desk.stop();
  return 0;
}
