import {
  autocomplete,
  type CommonOptions,
  cancel,
  intro,
  isCancel,
  log,
  note,
  outro,
  select,
  text,
} from '@clack/prompts';
import type { Answers } from '../guide/answers.js';
import { questionsLeft } from '../guide/left.js';
import { makePlan } from '../guide/plan.js';
import type { OpenQuestion, Plan } from '../guide/plan-shape.js';
import { readValue, unknown, valueNamed } from '../guide/value.js';
import { givenLabel } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { pieces } from '../text/inline.js';

/** Where a person is asked; the terminal, if nothing is named. */
export type Streams = Pick<CommonOptions, 'input' | 'output'>;

/** What every question is asked with. */
interface Desk {
  readonly knowledge: Knowledge;
  readonly today: string;
  readonly streams: Streams;
}

/** Choices that aren't values of a word. */
const change = ' change';
const finish = ' finish';
/** A list longer than this is searched by typing. */
const longList = 10;

/** Asks a person question by question, in a terminal; answers the plan, or null if they left. */
export async function askPerson(
  knowledge: Knowledge,
  start: Answers,
  today: string,
  streams: Streams = {},
): Promise<Plan | null> {
  const desk = { knowledge, today, streams };
  intro('tsdeploy: plan a deployment', streams);
  const answers = new Map(start);
  const told = new Set<string>();
  for (;;) {
    const plan = makePlan(knowledge, answers, today);
    tellBlockers(desk, plan, told);
    const [question] = plan.open;
    const next = question ? await ask(desk, question, answers) : await finishOrChange(desk, answers);
    const kept = next === change ? await changeOne(desk, answers) : next !== null;
    if (!kept) {
      cancel('Left without a plan. Nothing was changed anywhere.', streams);
      return null;
    }
    if (next === finish) {
      outro('The plan:', streams);
      return plan;
    }
    if (question && next !== null && next !== change) answers.set(question.word, next);
  }
}

/** Tells each reason for a blocked plan once, as soon as it shows. */
function tellBlockers({ streams }: Desk, plan: Plan, told: Set<string>): void {
  for (const { fact, text: reason } of plan.blockers) {
    if (!told.has(fact))
      log.warn(`Blocked: ${plain(reason)}\nGo on to see what else is needed, or change an answer.`, streams);
    told.add(fact);
  }
}

async function ask(desk: Desk, question: OpenQuestion, answers: Answers): Promise<string | null> {
  const count = questionsLeft(desk.knowledge, answers, desk.today);
  const left = count === 1 ? 'the last question' : `about ${count} questions left`;
  note(plain(question.help), `${question.label} · ${left}`, desk.streams);
  if (question.type === 'number') return askNumber(desk, question);
  const word = desk.knowledge.wordById.get(question.word);
  const named = (text: string) => word && valueNamed(word, text)?.id;
  const options = [
    ...question.options.map(({ value, label }) => ({ value, label })),
    { value: unknown, label: "I don't know" },
    ...(answers.size === 0 ? [] : [{ value: change, label: 'Change an earlier answer…' }]),
  ];
  const chosen = await (options.length > longList
    ? autocomplete({
        message: `${question.question} (type to search)`,
        options,
        maxItems: longList,
        filter: (search, { value, label = '' }) =>
          label.toLowerCase().includes(search.trim().toLowerCase()) || named(search) === value,
        validate: (value) => (value === undefined ? 'Nothing in the list is called that. Type less.' : undefined),
        ...desk.streams,
      })
    : select({ message: question.question, options, ...desk.streams }));
  return isCancel(chosen) ? null : chosen;
}

async function askNumber({ knowledge, streams }: Desk, question: OpenQuestion): Promise<string | null> {
  const word = knowledge.wordById.get(question.word);
  const given = await text({
    message: `${question.question} (a number; ? if you don't know; < to change an earlier answer)`,
    validate: (typed) => {
      if (!word || typed?.trim() === '<') return undefined;
      const read = readValue(word, typed ?? '');
      return 'message' in read ? read.message : undefined;
    },
    ...streams,
  });
  if (isCancel(given)) return null;
  if (given.trim() === '<') return change;
  const read = word ? readValue(word, given) : { value: given };
  return 'value' in read && typeof read.value === 'string' ? read.value : unknown;
}

async function finishOrChange({ streams }: Desk, answers: Answers): Promise<string | null> {
  const chosen = await select({
    message: `All is answered (${answers.size} answers).`,
    options: [
      { value: finish, label: 'Show the plan' },
      { value: change, label: 'Change an earlier answer…' },
    ],
    ...streams,
  });
  return isCancel(chosen) ? null : chosen;
}

/** Takes one answer back; all others stay, and its question is asked again. Answers whether the person stayed. */
async function changeOne(
  { knowledge, streams }: Desk,
  answers: Map<string, string | readonly string[]>,
): Promise<boolean> {
  const options = knowledge.words.flatMap((word) => {
    const given = answers.get(word.id);
    if (given === undefined) return [];
    return [{ value: word.id, label: given === unknown ? `${word.label}: not known` : plain(givenLabel(word, given)) }];
  });
  const chosen = await select({
    message: 'Which answer?',
    options: [...options, { value: '', label: 'None, go back' }],
    maxItems: longList,
    ...streams,
  });
  if (isCancel(chosen)) return false;
  answers.delete(chosen);
  return true;
}

const plain = (markdown: string) =>
  pieces(markdown)
    .map(({ kind, text: words }) => (kind === 'gap' ? '\n' : words))
    .join('');
