import { didYouMean } from '../text/nearest.js';
import { bold, code, cut, words } from './mrkdwn.js';
import type { Notice } from './notice.js';
import type { Line } from './split.js';

/** The sub-commands: what each does, with examples. One row each; the router has the same names. */
const subCommands = {
  plan: {
    what: 'Answer a few questions; get the exact wizard settings, the checklist, warnings and procedures, each with its source.',
    examples: [
      'plan',
      'plan site-version=2403 scenario=boot-media-over-cmg',
      'plan scenario="in-place upgrade" purpose=required',
    ],
  },
  ask: {
    what: 'Ask a question; get an answer with its sources. In a thread, mention me to ask on.',
    examples: ['ask can I use boot media over a CMG with 2006?'],
  },
  validate: {
    what: 'Check a config, a PowerShell script or an output: what is wrong, why, and a corrected one. Post files to me in a direct message, or mention me beside them.',
    examples: ['validate', 'validate scenario: in-place-upgrade'],
  },
  ticket: {
    what: 'Post the newest of your plans to a change ticket, after a preview. Its checklist is kept up to date there.',
    examples: ['ticket CHG0030001'],
  },
  plans: { what: 'Your plans: go on with one, copy or delete it.', examples: ['plans'] },
  help: { what: 'Show this help.', examples: ['help'] },
} as const;

/** A sub-command's name. */
export type SubCommand = keyof typeof subCommands;

/** Answers the sub-command that a word names. */
export const subCommandNamed = (word: string): SubCommand | undefined =>
  Object.hasOwn(subCommands, word) ? (word as SubCommand) : undefined; // an own key of the table

/** Answers how the command is used, and what an unknown sub-command may have meant. */
export function helpNotice(command: string, asked: string): Notice {
  const unknown: Line[] =
    asked === ''
      ? []
      : [
          [
            words(`There is no ${command} `),
            code(asked.slice(0, 60)),
            words(`.${didYouMean(asked, Object.keys(subCommands))} These exist:`),
          ],
        ];
  const rows = Object.entries(subCommands).map(
    ([name, { what, examples }]): Line => [
      bold(`${command} ${name}`),
      words(`\n${what}\nFor example: `),
      ...examples.flatMap((example, at) => [words(at === 0 ? '' : ' or '), code(`${command} ${example}`)]),
    ],
  );
  return {
    title: 'Help',
    lines: [
      ...unknown,
      ...(asked === '' ? [[words('I help to deploy Configuration Manager task sequences over the internet.')]] : []),
      ...rows,
      [words('Plans are shown to you alone until you share them. Every question also takes “I don’t know”.')],
    ],
  };
}

const problemsShown = 6;

/** Answers what is wrong with given words and values. */
export const problemsNotice = (command: string, problems: readonly string[]): Notice => ({
  title: 'Please correct this',
  lines: [
    [
      bold(
        problems.length === 1
          ? "One of these answers can't be used:"
          : `${problems.length} of these answers can't be used:`,
      ),
    ],
    ...problems.slice(0, problemsShown).map((problem): Line => [words(`• ${cut(problem, 1_200)}`)]),
    ...(problems.length > problemsShown ? [[words(`And ${problems.length - problemsShown} more.`)]] : []),
    [words('Correct it and send the command again, or send '), code(`${command} plan`), words(' alone and be asked.')],
  ],
});
