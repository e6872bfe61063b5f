import type { types } from '@slack/bolt';
import type { Why } from '../store/trouble.js';
import * as block from './blocks.js';
import { limits } from './limits.js';
import { bold, code, cut, type Mrkdwn, render, words } from './mrkdwn.js';
import { names } from './names.js';
import type { Message } from './pack.js';
import { sections } from './sections.js';
import { type Line, splitLine } from './split.js';

/** Something to tell one person: what happened, and what to do. */
export interface Notice {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Answers a notice as a message. */
export function noticeMessage({ lines }: Notice): Message {
  const [first = [words('')]] = lines;
  return { text: fallback(first), blocks: fitting(lines) };
}

/** Answers a notice as a modal in place of the page. */
export const noticePage = (notice: Notice): types.ModalView =>
  block.modal({
    callback: names.noticeView,
    metadata: '',
    title: notice.title,
    close: 'Close',
    blocks: fitting(notice.lines),
  });

/** Answers lines as the text for notifications and screen readers, cut to what Slack advises. */
function fallback(line: Line): Mrkdwn {
  const [first = []] = splitLine(line, limits.fallbackText);
  return render(first);
}

/** Answers the lines as sections, as many as one message may hold. */
function fitting(lines: readonly Line[]): types.SectionBlock[] {
  let size = 0;
  return sections(lines)
    .slice(0, limits.messageBlocks)
    .filter(({ text }) => {
      size += text?.text.length ?? 0;
      return size <= limits.messageText;
    });
}

/** A plan that isn't kept any more, or never was. */
export const expired: Notice = {
  title: 'Not here any more',
  lines: [
    [words("This plan isn't kept any more: it was deleted, or left untouched for too long.")],
    [
      code('/tsdeploy plans'),
      words(' shows yours, '),
      code('/tsdeploy plan'),
      words(' starts a new one. If you have the line from the end of a plan, paste it: it replays the answers.'),
    ],
  ],
};

/** A plan of somebody else. */
export const notYours: Notice = {
  title: 'Somebody else’s plan',
  lines: [
    [words('Only the person who started this plan can open or change it.')],
    [words('Start your own with '), code('/tsdeploy plan'), words('.')],
  ],
};

/** Slack allows three seconds to open a modal, and they were over. */
export const tooSlow: Notice = {
  title: 'That took too long',
  lines: [[words('Slack gave up waiting before the window could open. Nothing is lost: do it once more.')]],
};

/** Something failed, through Slack where its fault is given; the reference finds it in the log, the path (where it is known) replays the answers. */
export const failed = (reference: string, path: string, fault: string | null): Notice => ({
  title: 'Something went wrong',
  lines: [
    [words(`${fault ?? 'Something went wrong on our side.'} What you asked for may not have happened.`)],
    [words('If it happens again, tell whoever runs this app the reference '), code(reference), words('.')],
    path === ''
      ? [words('What was confirmed before is kept: '), code('/tsdeploy plans'), words(' goes on with it.')]
      : [words('To go on, send '), code(`/tsdeploy plan ${path}`), words('. It has all of your answers.')],
  ],
});

/** Whether somebody may do something hangs on a user group whose members Slack doesn't tell. */
export const groupUnread = (group: string, why: string, reference: string): Notice => ({
  title: 'Not certain who may',
  lines: [
    [
      bold("I can't tell whether you may do this"),
      words(': it hangs on who is in the user group '),
      code(group),
      words(`, and Slack doesn't tell me (${cut(why, 200)}). Nothing was done, and nothing is lost.`),
    ],
    [
      words('Do it once more in a minute. If it happens again, tell whoever runs this app the reference '),
      code(reference),
      words(': the group in tsdeploy.yml may be gone or disabled, or the app may lack the scope usergroups:read.'),
    ],
  ],
});

const reasons: Readonly<Record<Why, string>> = {
  full: 'the disk that plans are kept on is full',
  'read-only': "the folder that plans are kept in can't be written to",
  held: 'another tsdeploy has the folder that plans are kept in',
  lost: 'another tsdeploy has taken over the folder that plans are kept in',
  newer: 'a newer tsdeploy wrote this plan, and this one is too old to read it',
  unreadable: "the file of this plan can't be read",
  closed: 'tsdeploy is just ending',
  broken: "the disk that plans are kept on doesn't answer as it should",
};

/** The store couldn't keep or read something: why, and what to do. */
export const notKept = (why: Why, reference: string, path: string): Notice => ({
  title: 'Not kept',
  lines: [
    [bold('This was not kept'), words(`: ${reasons[why]}. What was confirmed before is still there.`)],
    [
      words('Tell whoever runs this app, with the reference '),
      code(reference),
      words('; the log says what to do. Then do it once more'),
      ...(path === '' ? [] : [words(', or send '), code(`/tsdeploy plan ${path}`)]),
      words('.'),
    ],
  ],
});
