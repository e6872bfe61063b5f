import { setTimeout as wait } from 'node:timers/promises';
import { readKnowledge } from '../knowledge/read.js';
import { readSetup } from '../setup/read.js';
import { dataFolder } from '../store/data-folder.js';
import { openStore } from '../store/disk-store.js';
import { noteLine } from '../store/note.js';
import { oneAtATime } from '../store/one-at-a-time.js';
import type { Store } from '../store/port.js';
import { StoreTrouble } from '../store/trouble.js';
import { Unusable } from '../text/problem.js';
import { type Chosen, chooseSystem } from '../tickets/choose.js';
import { type Desk, patienceFor } from '../tickets/desk.js';
import { firstBodies, type Order } from '../tickets/order.js';
import { orderMarkdown } from '../tickets/order-markdown.js';
import { orderFor } from '../tickets/plan-order.js';
import { post } from '../tickets/post.js';
import { postingKind } from '../tickets/posting.js';
import type { TicketSystem } from '../tickets/system.js';
import { openSystem } from '../tickets/systems.js';
import { finishAll } from '../tickets/unfinished.js';
import { readArguments } from './arguments.js';
import type { World } from './run.js';
import { namedPlan, planToPost } from './ticket-plan.js';
import { type Shown, ticketFormatNames, writeTicket } from './ticket-words.js';
import { todayOf } from './today.js';

/** `tsdeploy ticket TICKET [PLAN] [--set word=value]… [--config FILE] [--dry-run] [--format F] [--today D]`. */
export async function ticketCommand(args: readonly string[], world: World): Promise<number> {
  const given = readArguments(args, {
    command: 'ticket',
    formats: ticketFormatNames,
    flags: ['dry-run'],
    takers: ['set', 'format', 'today', 'config'],
  });
  const [ticket, ...named] = given.files;
  if (ticket === undefined || ticket.trim() === '')
    throw new Unusable(['tsdeploy ticket: name the ticket, such as CHG0030001, then the plan.']);
  const setup = await readSetup(world.env);
  const dry = given.options.flags.has('dry-run');
  const show = (shown: Shown): number => {
    const { out, err } = writeTicket(shown, given.format);
    world.err(err);
    world.out(out);
    return shown.state === 'refused' || shown.state === 'unsure' ? 1 : 0;
  };

  let opened: Store | null = null;
  const store = async () => {
    opened ??= await patientStore(world);
    return opened;
  };
  try {
    if (named.length === 0 && given.set.length === 0) {
      const chosen = chooseSystem(mustHaveSome(setup.tickets), ticket);
      const desk = await deskIn(await store(), chosen, setup.keep.postings, world);
      return show(await postedThere(desk, openSystem(chosen.entry, world.env), chosen.number));
    }
    const knowledge = readKnowledge();
    const today = todayOf(given.options.today, world.env);
    const plan = await planToPost(knowledge, setup, namedPlan(named), given, today, store);
    const page = { knowledge, colours: false };
    if (setup.tickets.length === 0) return show(toPaste(ticket, orderFor({ ...plan, ticket }, page)));
    const chosen = chooseSystem(setup.tickets, ticket);
    const order = orderFor({ ...plan, ticket: chosen.number }, page);
    const system = openSystem(chosen.entry, world.env);
    if (dry)
      return show({
        state: 'shown',
        ticket: chosen.number,
        system,
        parts: firstBodies(system, order),
        markdown: orderMarkdown(order),
      });
    const desk = await deskIn(await store(), chosen, setup.keep.postings, world);
    const outcome = await post(desk, system, order);
    return show({ ...outcome, ticket: chosen.number, system });
  } finally {
    // The compiler doesn't see that `store` sets it.
    await (opened as Store | null)?.close();
  }
}

/** Another tsdeploy that posts ends soon: so long it is waited for the store. */
const patienceMs = 10_000;

async function patientStore({ env, err }: World): Promise<Store> {
  const folder = dataFolder(env, process.cwd());
  const open = () => openStore({ folder, tell: (note) => err(`${noteLine(note)}\n`) });
  for (const end = Date.now() + patienceMs; ; ) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof StoreTrouble) || error.why !== 'held' || Date.now() > end) throw error;
      await wait(250);
    }
  }
}

function mustHaveSome<T>(entries: readonly T[]): readonly T[] {
  if (entries.length > 0) return entries;
  throw new Unusable([
    'tsdeploy ticket: no ticket system is set up (tickets: in tsdeploy.yml). Name a plan to get the text to paste.',
  ]);
}

async function deskIn(store: Store, { entry }: Chosen, days: number, world: World): Promise<Desk> {
  return {
    postings: await store.entries(postingKind(days)),
    inTurn: oneAtATime(),
    clock: { now: Date.now, wait: (ms) => wait(ms) },
    patience: patienceFor(entry),
    tell: ({ parts, state }, why) => {
      if (why === null || state !== 'posting') return;
      const unclear = parts.some((part) => part.state === 'unknown');
      world.err(
        unclear
          ? `Not sure yet: ${why} Checking, which takes ${entry.settle * 3} seconds and more.\n`
          : `${why} Waiting.\n`,
      );
    },
  };
}

/** Finishes what was left of a ticket's postings, and answers what is there. */
async function postedThere(desk: Desk, system: TicketSystem, ticket: string): Promise<Shown> {
  const ofTicket: Desk['postings'] = {
    ...desk.postings,
    list: (where) => desk.postings.list({ ...where, system: system.name, ticket }),
  };
  await finishAll({ ...desk, postings: ofTicket }, [system]);
  const postings = await Promise.all(ofTicket.list().map(({ id }) => desk.postings.get(id)));
  return { state: 'listed', ticket, system, postings: postings.flatMap((one) => (one ? [one] : [])) };
}

const toPaste = (ticket: string, order: Order): Shown => ({ state: 'paste', ticket, markdown: orderMarkdown(order) });
