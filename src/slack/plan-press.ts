import type { Press } from './asked.js';
import type { Bot } from './bot.js';
import type { Draft } from './drafts.js';
import type { Handler } from './handlers.js';
import { readMetadata } from './names.js';
import { expired, noticePage, notYours } from './notice.js';
import { planPage } from './plan-page.js';
import { showPage } from './show-page.js';
import { back, changing } from './walk.js';

/** Shows the page before. */
export const pressBack: Handler<Press> = (press, bot) => turn(press, bot, back);

/** Shows the page of an answer that was given. */
export const pressChange: Handler<Press> = (press, bot) => turn(press, bot, (draft) => changing(draft, press.value));

async function turn({ view, client, user, again }: Press, bot: Bot, pressed: (draft: Draft) => Draft): Promise<void> {
  if (!view) return;
  const { id, revision } = readMetadata(view.metadata);
  const draft = bot.drafts.find(id);
  if (!draft || draft.done) return showPage(client, view.id, noticePage(expired));
  if (draft.owner !== user) return showPage(client, view.id, noticePage(notYours));
  again.line = bot.guide.path(draft.answers);
  // A page that was left already doesn't act again: the page that the draft is at is shown.
  const next = draft.revision === revision ? pressed(draft) : draft;
  await showPage(client, view.id, planPage(bot.drafts.keep(next), bot.guide), view.hash);
}
