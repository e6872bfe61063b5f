import { onTestFinished } from 'vitest';
import type { DeskMessage } from '../../src/desk/state.js';
import { type Between, between } from '../tickets/servers/faults.js';
import { githubServer } from '../tickets/servers/github.js';
import type { Office } from '../tickets/servers/office.js';
import { knowledge, openOffice, type Transport } from './office.js';
import { person } from './person.js';

/** Opens a workspace whose app posts to a system, GitHub's issues unless told, through a proxy that can be faulty; more setup behind it. */
export async function ticketOffice(transport: Transport, more = '', server: () => Promise<Office> = githubServer) {
  const tracker = await server();
  const proxy: Between = await between(() => tracker.url, 400);
  onTestFinished(async () => {
    await proxy.close();
    await tracker.close();
  });
  const entry = { ...tracker.entry(proxy.url), ca: undefined, settle: 0.1, timeout: 5 };
  // Secrets stand in the environment: what the reader has turned into a name becomes one again.
  const shown = Object.entries(entry).map(([name, value]) => [
    name,
    String(value) in tracker.env ? `$${value}` : value,
  ]);
  const setup = `tickets: ${JSON.stringify([Object.fromEntries(shown)])}\n${more}`;
  const office = await openOffice(transport, knowledge, setup, tracker.env);
  return { ...office, tracker, proxy, ...acts(office) };
}

/** Answers what people do about tickets in a workspace. */
export function acts({ desk }: Awaited<ReturnType<typeof openOffice>>) {
  const said = (words: string, user = 'UANN'): Promise<DeskMessage> =>
    desk.state.until(() => person(desk, user).message(words), `a message with ${words}`, 5_000);
  const page = (words: string, user = 'UANN') =>
    desk.state.until(() => person(desk, user).page().includes(words), `a page with ${words}`);
  return {
    said,
    page,
    /** Keeps a plan, and answers its card. */
    async plan(path: string, user = 'UANN') {
      const shown = () => person(desk, user).message('Deployment plan.');
      const before = shown()?.ts;
      await desk.command(user, `/tsdeploy plan ${path}`);
      return desk.state.until(() => shown()?.ts !== before && shown(), 'the card of the plan');
    },
    /** Opens the preview of the only plan for a ticket. */
    async preview(ticket: string) {
      await desk.command('UANN', `/tsdeploy ticket ${ticket}`);
      await page('This would be sent');
    },
  };
}
