import type { types } from '@slack/bolt';
import * as block from './blocks.js';
import { limits } from './limits.js';
import { code, type Mrkdwn, render, words } from './mrkdwn.js';
import { names } from './names.js';
import type { Message } from './pack.js';
import { type Line, splitLine } from './split.js';

/** Something to tell one person: what happened, and what to do. */
export interface Notice {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Answers a notice as a message. */
export function noticeMessage({ lines }: Notice): Message {
  const [first = [words('')]] = lines;
  return { text: fallback(first), blocks: sections(lines) };
}

/** Answers a notice as a modal in place of the page. */
export const noticePage = (notice: Notice): types.ModalView =>
  block.modal({
    callback: names.noticeView,
    metadata: '',
    title: notice.title,
    close: 'Close',
    blocks: sections(notice.lines),
  });

/** Answers lines as the text for notifications and screen readers, cut to what Slack advises. */
function fallback(line: Line): Mrkdwn {
  const [first = []] = splitLine(line, limits.fallbackText);
  return render(first);
}

/** Answers the lines as sections, as many as one message may hold. */
function sections(lines: readonly Line[]): types.SectionBlock[] {
  const texts = lines.flatMap((line) => splitLine(line, limits.section)).map((line) => render(line));
  const fitting = texts.filter((_, at) => texts.slice(0, at + 1).join('').length <= limits.messageText);
  return fitting
    .filter((text) => text.trim() !== '')
    .slice(0, limits.messageBlocks)
    .map((text) => block.section(text));
}

/** A draft that isn't kept any more, or never was. */
export const expired: Notice = {
  title: 'Not here any more',
  lines: [
    [
      words(
        "These answers aren't kept any more: a plan in the making is kept for some hours, until the app is restarted.",
      ),
    ],
    [
      words('Start again with '),
      code('/tsdeploy plan'),
      words('. If you have the line from the end of an earlier plan, paste it: it replays the answers.'),
    ],
  ],
};

/** A draft of somebody else. */
export const notYours: Notice = {
  title: 'Somebody else’s plan',
  lines: [
    [words('Only the person who started this plan can answer its questions.')],
    [words('Start your own with '), code('/tsdeploy plan'), words('.')],
  ],
};

/** Slack allows three seconds to open a modal, and they were over. */
export const tooSlow: Notice = {
  title: 'That took too long',
  lines: [
    [words('Slack gave up waiting before the questions could open. Nothing is lost: send the command once more.')],
  ],
};

/** Something failed; the reference finds it in the log, the path replays the answers. */
export const failed = (reference: string, path: string): Notice => ({
  title: 'Something went wrong',
  lines: [
    [words('Something went wrong on our side, and what you asked for may not have happened.')],
    [words('If it happens again, tell whoever runs this app the reference '), code(reference), words('.')],
    [words('To go on, send '), code(`/tsdeploy plan ${path}`.trim()), words('. It has all of your answers.')],
  ],
});
