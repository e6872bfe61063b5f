import type { Outcome } from '../desk/delivery.js';
import { enter } from '../desk/entries.js';
import { formOf } from '../desk/forms.js';
import { inputNamed } from '../desk/inputs.js';
import { unsendable } from '../desk/unsendable.js';
import type { Desk } from '../desk/workspace.js';
import type { Act, Entries, Told } from './act.js';
import type { StagedFiles } from './staged-files.js';

/** Does what a person does on the page; answers what there is to tell them. */
export async function perform(desk: Desk, staged: StagedFiles, act: Act): Promise<Told> {
  const { state } = desk;
  switch (act.type) {
    case 'say': {
      const thread = act.thread === '' ? undefined : state.messages.find(({ ts }) => ts === act.thread);
      if (act.thread !== '' && !thread) return gone;
      await desk.say(act.user, act.channel, act.text, {
        files: staged.take(act.files),
        ...(thread ? { thread } : {}),
      });
      return {};
    }
    case 'command': {
      const [name = ''] = act.text.split(/\s/);
      if (!state.installation.commands.includes(name))
        return { problem: `${name} isn't a command here. Try ${state.installation.commands.join(', ')}.` };
      return told(await desk.command(act.user, act.text, act.channel), name);
    }
    case 'shortcut': {
      if (act.message === '') return told(await desk.shortcut(act.user, act.callback), 'The shortcut');
      const message = state.messages.find(({ ts }) => ts === act.message);
      return message ? told(await desk.messageShortcut(act.user, act.callback, message), 'The shortcut') : gone;
    }
    case 'home':
      await desk.openHome(act.user, act.tab);
      return {};
    case 'press': {
      const place = placeOf(desk, act);
      if (!place) return gone;
      fill(desk, act.user, place, act.entries);
      return told(await desk.click(act.user, act.name, act.value, place), 'The button');
    }
    case 'submit': {
      const opened = desk.openView(act.user);
      if (!opened) return gone;
      fill(desk, act.user, opened, act.entries);
      const errors = unsendable(formOf(state, act.user, opened));
      if (Object.keys(errors).length > 0) return { errors };
      return told(await desk.submit(act.user), 'The form');
    }
    case 'dismiss':
      if (desk.openView(act.user)) await desk.dismiss(act.user, act.every ? true : undefined);
      return {};
  }
}

const gone: Told = { problem: "That isn't there any more." };

function placeOf(desk: Desk, { user, place }: Extract<Act, { type: 'press' }>) {
  if (place.kind === 'modal') return desk.openView(user);
  if (place.kind === 'home') return desk.homeOf(user);
  return desk.messagesSeenBy(user).find(({ ts }) => ts === place.id);
}

/** Enters what fits: of an earlier page of a view there may be entries left that the page of now has no field for. */
function fill(desk: Desk, user: string, place: Parameters<typeof formOf>[2], entries: Entries): void {
  const form = formOf(desk.state, user, place);
  const fitting = Object.entries(entries).filter(([name]) => inputNamed(form.blocks, name) !== undefined);
  enter(form, Object.fromEntries(fitting));
}

/** Answers what a person is told of an outcome, much as Slack tells it. */
function told(outcome: Outcome, what: string): Told {
  if (outcome.ack === 'taken') return {};
  const why = outcome.ack === 'timed-out' ? "tsdeploy didn't answer within 3 seconds" : 'tsdeploy refused it';
  return {
    problem: `${what} didn't get through: ${why}${outcome.ack === 'refused' && outcome.status > 0 ? ` (status ${outcome.status})` : ''}. Try again.`,
  };
}
