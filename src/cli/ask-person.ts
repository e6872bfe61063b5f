import { autocomplete, cancel, intro, isCancel, log, note, outro, select, text } from '@clack/prompts';
import type { Answers } from '../guide/answers.js';
import { questionsLeft } from '../guide/left.js';
import { makePlan } from '../guide/plan.js';
import type { OpenQuestion, Plan } from '../guide/plan-shape.js';
import { readValue, unknown } from '../guide/value.js';
import { givenLabel } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { pieces } from '../text/inline.js';

/** Choices that aren't values of a word. */
const change = ' change';
const finish = ' finish';
/** A list longer than this is searched by typing. */
const longList = 10;

/** Asks a person question by question, in a terminal; answers the plan, or null if they left. */
export async function askPerson(knowledge: Knowledge, start: Answers, today: string): Promise<Plan | null> {
  intro('tsdeploy: plan a deployment');
  const answers = new Map(start);
  const told = new Set<string>();
  for (;;) {
    const plan = makePlan(knowledge, answers, today);
    tellBlockers(plan, told);
    const [question] = plan.open;
    const next = question ? await ask(knowledge, question, answers, today) : await finishOrChange(answers);
    if (next === null) {
      cancel('Left without a plan. Nothing was changed anywhere.');
      return null;
    }
    if (next === finish) {
      outro('The plan:');
      return makePlan(knowledge, answers, today);
    }
    if (next === change) await changeOne(knowledge, answers);
    else if (question) answers.set(question.word, next);
  }
}

/** Tells each reason for a blocked plan once, as soon as it shows. */
function tellBlockers(plan: Plan, told: Set<string>): void {
  for (const { fact, text: reason } of plan.blockers) {
    if (!told.has(fact)) log.warn(`Blocked: ${plain(reason)}\nGo on to see what else is needed, or change an answer.`);
    told.add(fact);
  }
}

async function ask(
  knowledge: Knowledge,
  question: OpenQuestion,
  answers: Answers,
  today: string,
): Promise<string | null> {
  const count = questionsLeft(knowledge, answers, today);
  const left = count === 1 ? 'the last question' : `about ${count} questions left`;
  note(plain(question.help), `${question.label} · ${left}`);
  if (question.type === 'number') return askNumber(knowledge, question);
  const options = [
    ...question.options.map(({ value, label }) => ({ value, label })),
    { value: unknown, label: "I don't know" },
    ...(answers.size === 0 ? [] : [{ value: change, label: 'Change an earlier answer…' }]),
  ];
  const chosen = await (options.length > longList
    ? autocomplete({ message: `${question.question} (type to search)`, options, maxItems: longList })
    : select({ message: question.question, options }));
  return isCancel(chosen) ? null : chosen;
}

async function askNumber(knowledge: Knowledge, question: OpenQuestion): Promise<string | null> {
  const word = knowledge.wordById.get(question.word);
  const given = await text({
    message: `${question.question} (a number; ? if you don't know; < to change an earlier answer)`,
    validate: (typed) => {
      if (!word || typed?.trim() === '<') return undefined;
      const read = readValue(word, typed ?? '');
      return 'message' in read ? read.message : undefined;
    },
  });
  if (isCancel(given)) return null;
  if (given.trim() === '<') return change;
  const read = word ? readValue(word, given) : { value: given };
  return 'value' in read && typeof read.value === 'string' ? read.value : unknown;
}

async function finishOrChange(answers: Answers): Promise<string | null> {
  const chosen = await select({
    message: `All is answered (${answers.size} answers).`,
    options: [
      { value: finish, label: 'Show the plan' },
      { value: change, label: 'Change an earlier answer…' },
    ],
  });
  return isCancel(chosen) ? null : chosen;
}

/** Takes one answer back; all others stay, and its question is asked again. */
async function changeOne(knowledge: Knowledge, answers: Map<string, string | readonly string[]>): Promise<void> {
  const options = knowledge.words.flatMap((word) => {
    const given = answers.get(word.id);
    if (given === undefined) return [];
    return [{ value: word.id, label: given === unknown ? `${word.label}: not known` : givenLabel(word, given) }];
  });
  const chosen = await select({
    message: 'Which answer?',
    options: [...options, { value: '', label: 'None, go back' }],
    maxItems: longList,
  });
  if (!isCancel(chosen) && chosen !== '') answers.delete(chosen);
}

const plain = (markdown: string) =>
  pieces(markdown)
    .map(({ kind, text: words }) => (kind === 'gap' ? '\n' : words))
    .join('');
