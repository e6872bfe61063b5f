import { isOpen } from '../plans/gate.js';
import type { Thread } from './answer-there.js';
import type { Press } from './asked.js';
import type { Bot } from './bot.js';
import { gateStamp } from './gate-words.js';
import type { Handler } from './handlers.js';
import { words } from './mrkdwn.js';
import { readMark } from './names.js';
import { expired, type Notice, noticeMessage } from './notice.js';
import { notTwice } from './once.js';
import { inOwnCard, tell } from './plan-card.js';
import type { PlanNow } from './plan-now.js';
import { shareAt } from './plan-shares.js';
import { manners } from './reply.js';

const kinds = {
  markdown: { extension: 'md', called: 'Markdown' },
  powershell: { extension: 'ps1', called: 'PowerShell' },
} as const;
type FileKind = keyof typeof kinds;

/** Makes a file of a plan: in the thread of a shared plan, else in the direct messages of its owner. */
export const pressFile: Handler<Press> = async (press, bot) => {
  const kind: FileKind = press.part === 'powershell' ? 'powershell' : 'markdown';
  const { id } = readMark(press.value);
  const now = await bot.plans.find(id);
  if (!now) return tell(press, expired, bot);
  const share = shareAt(now.kept, press.message);
  if (!share) return inOwnCard(press, bot, (own) => make(own, kind, press, bot, null));
  press.again.line = now.plan.path;
  await make(now, kind, press, bot, { channel: share.channel, thread: share.message });
};

async function make(now: PlanNow, kind: FileKind, press: Press, bot: Bot, thread: Thread | null): Promise<void> {
  if (kind === 'powershell' && now.plan.verdict !== 'ready') return tell(press, notReady, bot);
  if (kind === 'powershell' && !isOpen(now.gate)) return tell(press, gated, bot);
  await notTwice(bot.first, `${press.user} ${kind} ${press.value}`, async () => {
    const content = await bot.guide.print(now.plan, kind, gateStamp(now));
    const { extension, called } = kinds[kind];
    const title = `${called}: ${bot.guide.title(now.answers)}`;
    const to = thread ?? (await directThread(press, title));
    await press.client.filesUploadV2({
      channel_id: to.channel,
      thread_ts: to.thread,
      filename: `deployment-plan.${extension}`,
      title,
      content,
    });
    if (!thread && !press.message?.channel.startsWith('D')) await tell(press, sent(called), bot);
  });
}

/** Opens a thread in somebody's direct messages; answers where it is. */
async function directThread({ user, client }: Press, title: string): Promise<Thread> {
  const message = noticeMessage({ title, lines: [[words(title)]] });
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: user, ...manners, ...message });
  return { channel, thread: ts };
}

const notReady: Notice = {
  title: 'No file yet',
  lines: [
    [
      words(
        'A PowerShell file is made of a plan that is ready. Answer what is open, or take a way out of what blocks it.',
      ),
    ],
  ],
};

const gated: Notice = {
  title: 'No file yet',
  lines: [
    [
      words(
        'This deployment is or may be high-risk, and nobody has acknowledged its risks as the plan is now. Press Acknowledge the risks first; then the PowerShell file can be made.',
      ),
    ],
  ],
};

const sent = (called: string): Notice => ({
  title: '',
  lines: [[words(`You find the ${called} file in your direct messages with me.`)]],
});
