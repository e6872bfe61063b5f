import { onTestFinished } from 'vitest';
import type { DeskMessage } from '../../src/desk/state.js';
import { type Between, between } from '../tickets/servers/faults.js';
import { githubServer } from '../tickets/servers/github.js';
import { knowledge, openOffice, type Transport } from './office.js';
import { person } from './person.js';

/** Opens a workspace whose app posts to GitHub's issues, through a proxy that can be faulty; more setup behind it. */
export async function ticketOffice(transport: Transport, more = '') {
  const github = await githubServer();
  const proxy: Between = await between(() => github.url, 400);
  onTestFinished(async () => {
    await proxy.close();
    await github.close();
  });
  const entry = { ...github.entry(proxy.url), ca: undefined, settle: 0.1, timeout: 0.5 };
  const { token, ...shown } = 'token' in entry ? entry : { ...entry, token: '' };
  const setup = `tickets: ${JSON.stringify([{ ...shown, token: `$${token}` }])}\n${more}`;
  const office = await openOffice(transport, knowledge, setup, github.env);
  return { ...office, github, proxy, ...acts(office) };
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
      await page('This would be sent, exactly');
    },
  };
}
