import type { Press, Shortcut } from './asked.js';
import * as block from './blocks.js';
import type { Bot } from './bot.js';
import type { Guide } from './guide.js';
import { bold, words } from './mrkdwn.js';
import { names, writeMark } from './names.js';
import { noticeMessage } from './notice.js';
import type { Message } from './pack.js';
import type { PlanNow } from './plan-now.js';
import { planPage } from './plan-page.js';
import { nextQuestion } from './walk.js';

/** Keeps a plan without answers and opens its guide: the global shortcut, and the button on Home. */
export async function startPlan(asked: Press | Shortcut, bot: Bot): Promise<void> {
  const now = await bot.plans.start(asked, new Map());
  bot.stands.set(now.id, { place: asked.place, message: null });
  const page = { turn: 0, asking: nextQuestion(now.plan) };
  await asked.client.views.open({ trigger_id: asked.trigger ?? '', view: planPage(now, page, bot.guide) });
}

/** Answers a message that opens the guide: where a plan was asked for in a way that can't open a modal. */
export function startOffer(now: PlanNow, guide: Guide): Message {
  const line = [
    words('Your plan is kept: '),
    bold(guide.title(now.answers)),
    words('. Some questions are still open.'),
  ];
  const { text, blocks } = noticeMessage({ title: '', lines: [line] });
  const answer = block.button(names.open, 'Answer the questions', writeMark(now), 'primary');
  return { text, blocks: [...blocks, block.actions('start', answer)] };
}
