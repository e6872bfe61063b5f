import type { Act, Told } from '../desk-server/act.js';
import { announce } from './notices.js';

let underWay = 0;
const lookers = new Set<(count: number) => void>();

/** Calls back with how many acts are under way, whenever that changes. */
export function watchActs(look: (count: number) => void): () => void {
  lookers.add(look);
  return () => void lookers.delete(look);
}

function count(by: number): void {
  underWay += by;
  for (const look of lookers) look(underWay);
}

/** Does something at the desk; what goes wrong is told as a notice. */
export async function act(wanted: Act): Promise<Told> {
  count(1);
  try {
    const response = await fetch('act', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-desk': '1' },
      body: JSON.stringify(wanted),
    });
    if (response.status === 404) return trouble(ended);
    // The desk's own answer.
    const told = (await response.json()) as Told;
    return told.problem === undefined ? told : trouble(told.problem);
  } catch {
    return trouble("The desk doesn't answer. Is npm start still running?");
  } finally {
    count(-1);
  }
}

/** What a page is told whose desk has ended. */
export const ended = 'This desk has ended. Open the address that npm start printed last.';

function trouble(problem: string): Told {
  announce(problem, 'trouble');
  return { problem };
}

/** Brings a file to the desk; tells how far it is, from 0 to 1; answers its id, or null where it can't be brought. */
export const bring = (file: File, tell: (share: number) => void): Promise<string | null> =>
  new Promise((resolve) => {
    const fail = (problem: string) => {
      trouble(problem);
      resolve(null);
    };
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onerror = () => fail(`${file.name} couldn't be brought to the desk.`);
    request.onload = () => {
      if (request.status === 404) return fail(ended);
      // The desk's own answer.
      const { id, problem } = JSON.parse(request.responseText) as { id?: string; problem?: string };
      if (id === undefined) fail(problem ?? `${file.name} couldn't be brought to the desk.`);
      else resolve(id);
    };
    request.open('POST', `bring?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('x-desk', '1');
    request.send(file);
  });
