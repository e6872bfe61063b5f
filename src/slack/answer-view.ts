import type { types } from '@slack/bolt';
import type { Answer } from '../answer/answer-shape.js';
import * as block from './blocks.js';
import { type Turn, turnMark } from './conversations.js';
import type { Guide } from './guide.js';
import { answerLines } from './markdown-lines.js';
import { bold, cut, render, words } from './mrkdwn.js';
import { names } from './names.js';
import { noticeMessage } from './notice.js';
import type { Message } from './pack.js';
import type { Line } from './split.js';

/** More options than this are a list. */
const mostButtons = 8;

/** Answers a turn as a message; to one person alone, with a way to share it. */
export function answerMessage(turn: Turn, guide: Pick<Guide, 'words' | 'askedWords'>, alone: boolean): Message {
  const { answer, kept, at } = turn;
  const chosen = at > 1 ? [[bold(cut(guide.askedWords(kept.asked[at - 1] ?? ''), 150))]] : [];
  const { text, blocks } = noticeMessage({ title: '', lines: [...chosen, ...linesOf(answer)] });
  return {
    text: text.trim() === '' ? render([words('An answer')]) : text,
    blocks: [...blocks, ...understood(answer, guide), ...optionRow(turn), ...ownRow(turn, alone)],
  };
}

/** The options of a question back are buttons, and stand nowhere else. */
const linesOf = ({ answer, clarify }: Answer): Line[] =>
  clarify ? [[words(cut(clarify.question, 300))]] : answerLines(answer);

function understood({ read }: Answer, guide: Pick<Guide, 'words' | 'askedWords'>): types.KnownBlock[] {
  return Object.keys(read).length === 0 ? [] : [block.context(words(`Understood: ${cut(guide.words(read), 400)}.`))];
}

function optionRow(turn: Turn): types.KnownBlock[] {
  const { clarify } = turn.answer;
  if (!clarify || clarify.options.length === 0) return [];
  const choices = clarify.options.map((label, at) => ({ label, value: turnMark(turn, at) }));
  const row =
    choices.length > mostButtons
      ? [block.select(names.option, 'Choose one', choices)]
      : choices.map(({ label, value }, at) => block.button(`${names.option}:${at}`, label, value));
  return [block.actions('options', ...row)];
}

function ownRow(turn: Turn, alone: boolean): types.KnownBlock[] {
  const { status } = turn.answer;
  const mark = turnMark(turn);
  const row = [
    ...(alone && status === 'answered' ? [block.button(names.shareAnswer, 'Share in the channel', mark)] : []),
    ...(status === 'answered' ? [block.button(names.wrong, 'This was wrong', mark)] : []),
  ];
  return row.length === 0 ? [] : [block.actions('answer', ...row)];
}

/** Answers a turn as it is shared: what was asked, by whom, and the answer. */
export function sharedAnswer(turn: Turn, by: string, guide: Pick<Guide, 'words' | 'askedWords'>): Message {
  const question = cut(turn.kept.asked.slice(0, turn.at).map(guide.askedWords).join(' › ').replace(/\s+/g, ' '), 600);
  const { text, blocks } = answerMessage({ ...turn, kept: { ...turn.kept, asked: [] } }, guide, false);
  const asked = block.sectionOf(bold(`${cut(by, 80)} asked`), words(`: ${question}`));
  return { text, blocks: [asked, ...blocks] };
}
