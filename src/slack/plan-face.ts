import { verdict } from '../formats/outline.js';
import { progress } from '../plans/ticks.js';
import * as block from './blocks.js';
import { gateLine, notAcknowledged } from './gate-words.js';
import type { Guide } from './guide.js';
import { words } from './mrkdwn.js';
import { names, writeMark } from './names.js';
import { expired, noticeMessage } from './notice.js';
import { type Message, type Part, pack } from './pack.js';
import { nameIn, type PlanNow } from './plan-now.js';
import {
  answerLines,
  blockerParts,
  checklistParts,
  openParts,
  procedureParts,
  replayParts,
  settingParts,
  warningParts,
} from './plan-parts.js';

/** The tabs of a plan, as its buttons name them. */
export const tabs = {
  overview: 'Overview',
  settings: 'Settings',
  checklist: 'Checklist',
  procedures: 'Procedures',
} as const;
/** A tab of a plan. */
export type Tab = keyof typeof tabs;

/** Answers the tab that a text names, the first one for any other text. */
export const tabNamed = (text: string): Tab => (Object.hasOwn(tabs, text) ? (text as Tab) : 'overview'); // an own key of the table

/** What of a plan its owner sees: a tab, one of its pages from 0, and something said above it. */
export interface Card {
  readonly tab: Tab;
  readonly page: number;
  readonly note?: string;
}

/** The card that a plan is first shown with. */
export const frontCard: Card = { tab: 'overview', page: 0 };

/** Answers a plan as its owner sees it: one message with tabs, at one of the pages of one of them. */
export function planCard(now: PlanNow, { tab, page, note }: Card, guide: Guide): Message {
  const pages = cardPages(now, tab, guide);
  const at = Math.min(page, pages.length - 1);
  const { text, blocks: all } = pages[at] ?? noticeMessage(expired);
  const [top, ...rest] = all;
  const blocks = [
    ...(top ? [top] : []),
    ...(note === undefined ? [] : [block.context(words(note))]),
    tabRow(now, tab),
    ...rest,
    ...turnRow(now, tab, at, pages.length),
    ownRow(now),
  ];
  return { text, blocks };
}

/** Answers the pages of a tab, as many messages as Slack's limits take. */
export function cardPages(now: PlanNow, tab: Tab, guide: Guide): Message[] {
  const parts: Readonly<Record<Tab, () => Part[]>> = {
    overview: () => overviewParts(now, guide, true),
    settings: () => settingParts(now),
    checklist: () => checklistParts(now),
    procedures: () => procedureParts(now),
  };
  const lead = tab === 'overview' ? gateLine(now) : null;
  const shown = parts[tab]();
  const none: Part = { heading: tabs[tab], groups: [{ lines: [[words('Nothing here for these answers.')]] }] };
  const title = `Deployment plan. ${verdict(now.plan)}`;
  return pack(title, lead ? [lead] : [], shown.length > 0 ? shown : [none], othersInCard);
}

/** The blocks of a card beside the plan itself, and room for the text of their buttons. */
const othersInCard = 4;

/** Answers a plan as everybody in a channel sees it: a message, and those of its thread. */
export function sharedMessages(now: PlanNow, guide: Guide): Message[] {
  const { kept, gate, plan } = now;
  const name = guide.title(now.answers);
  const gated = gateLine(now);
  const stamp = gate.state === 'nameless' || gate.state === 'waiting' ? `${notAcknowledged}. ` : '';
  const by = [words(`${name}. By ${nameIn(kept, kept.owner)}.`)];
  const title = `${stamp}Deployment plan. ${verdict(plan)}`;
  const [first, ...more] = pack(title, [...(gated ? [gated] : []), by], overviewParts(now, guide, false), othersInCard);
  const main = first && { ...first, blocks: [...first.blocks, sharedRow(now)] };
  const threads: [string, Part[]][] = [
    [tabs.settings, settingParts(now)],
    [tabs.checklist, checklistParts(now)],
    [tabs.procedures, procedureParts(now)],
  ];
  const rest = threads.flatMap(([heading, parts]) =>
    parts.length === 0
      ? []
      : pack(
          `${heading}: ${name}`,
          [],
          parts.map((part) => ({ ...part, heading: '' })),
        ),
  );
  return [...(main ? [main] : []), ...more, ...rest];
}

const overviewParts = (now: PlanNow, guide: Guide, own: boolean): Part[] => [
  ...warningParts(now, true),
  ...blockerParts(now, guide, own),
  ...openParts(now),
  { heading: 'Answers', groups: [{ lines: answerLines(now.plan, guide) }] },
  ...warningParts(now, false),
  ...replayParts(now),
];

function tabRow(now: PlanNow, current: Tab) {
  const { done, of } = progress(now.plan, now.kept.ticks);
  const label = (tab: Tab) => (tab === 'checklist' ? `${tabs[tab]} ${done}/${of}` : tabs[tab]);
  const shown = Object.keys(tabs).map(tabNamed);
  return block.actions(
    'tabs',
    ...shown.map((tab) =>
      block.button(`${names.tab}:${tab}`, label(tab), writeMark(now, 0), tab === current ? 'primary' : undefined),
    ),
  );
}

function turnRow(now: PlanNow, tab: Tab, at: number, count: number) {
  if (count < 2) return [];
  const to = (page: number, text: string, id: string) =>
    block.button(`${names.tab}:${tab}.${id}`, text, writeMark(now, page));
  return [
    block.actions(
      'turn',
      ...(at > 0 ? [to(at - 1, `Part ${at} of ${count}`, 'before')] : []),
      ...(at < count - 1 ? [to(at + 1, `Part ${at + 2} of ${count}`, 'after')] : []),
    ),
  ];
}

const mark = (now: PlanNow) => writeMark(now);
const acknowledgeButton = (now: PlanNow) =>
  now.gate.state === 'free' || now.gate.state === 'acknowledged'
    ? []
    : [block.button(names.acknowledge, 'Acknowledge the risks…', mark(now), 'danger')];
const fileButtons = (now: PlanNow) => [
  block.button(`${names.file}:markdown`, 'Markdown file', mark(now)),
  ...(now.plan.verdict === 'ready' ? [block.button(`${names.file}:powershell`, 'PowerShell file', mark(now))] : []),
];

const ownRow = (now: PlanNow) =>
  block.actions(
    'own',
    block.button(names.share, 'Share…', mark(now)),
    block.button(names.edit, 'Change answers', mark(now)),
    block.button(names.validate, 'Validate a config…', mark(now)),
    block.button(names.ticket, 'Post to a ticket…', mark(now)),
    ...acknowledgeButton(now),
    ...fileButtons(now),
  );

const sharedRow = (now: PlanNow) =>
  block.actions(
    'shared',
    ...acknowledgeButton(now),
    ...fileButtons(now),
    block.button(names.copy, 'Copy to my plans', mark(now)),
  );
