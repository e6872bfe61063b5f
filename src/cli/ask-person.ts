import { cancel, intro, isCancel, log, note, outro, select } from '@clack/prompts';
import { shellWords } from '../formats/text.js';
import { type Answers, readAnswers, writePath } from '../guide/answers.js';
import { questionsLeft } from '../guide/left.js';
import { makePlan } from '../guide/plan.js';
import type { OpenQuestion, Plan } from '../guide/plan-shape.js';
import { questionOf } from '../guide/question.js';
import { unknown } from '../guide/value.js';
import { givenLabel } from '../guide/wording.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { pieces } from '../text/inline.js';
import { type Asking, askQuestion, change, longList, type Streams } from './ask-question.js';
import { withEscape, wrapped } from './terminal.js';

type Given = Map<string, string | readonly string[]>;

/** What every question is asked with. */
interface Desk {
  readonly knowledge: Knowledge;
  readonly today: string;
  readonly streams: Streams;
}

const finish = ' finish';

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
      cancel(wrapped('Left without a plan. Nothing was changed anywhere. To go on from here:', streams), streams);
      const goOn = ['tsdeploy plan', ...shellWords(writePath(knowledge, answers))].join(' --set ');
      // Not wrapped, so that it can be copied.
      (streams.output ?? process.stdout).write(`${goOn}\n`);
      return null;
    }
    if (next === finish) {
      outro('The plan:', streams);
      return plan;
    }
    if (question && next !== null && next !== change) put(knowledge, answers, question.word, next);
  }
}

/** Tells each reason for a blocked plan once, as soon as it shows. */
function tellBlockers({ streams }: Desk, plan: Plan, told: Set<string>): void {
  for (const { fact, text: reason } of plan.blockers) {
    if (!told.has(fact))
      log.warn(
        wrapped(`Blocked: ${plain(reason)}\nGo on to see what else is needed, or change an answer.`, streams),
        streams,
      );
    told.add(fact);
  }
}

async function ask(desk: Desk, { word: id, help, label }: OpenQuestion, answers: Answers): Promise<string | null> {
  const count = questionsLeft(desk.knowledge, answers, desk.today);
  const left = count === 1 ? 'the last question' : `about ${count} questions left`;
  note(plain(help), `${label} · ${left}`, desk.streams);
  return askWord(desk, id, { given: undefined, changeable: answers.size > 0 });
}

async function askWord(
  { knowledge, streams }: Desk,
  id: string,
  asking: Pick<Asking, 'given' | 'changeable'>,
): Promise<string | null> {
  const word = knowledge.wordById.get(id);
  const question = questionOf(knowledge, id);
  return word && question ? askQuestion(word, question, { ...asking, streams }) : null;
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

/** Asks for one answer anew; it and all others stay until there is another. Answers whether the person stayed. */
async function changeOne(desk: Desk, answers: Given): Promise<boolean> {
  const { knowledge, streams } = desk;
  const options = knowledge.words.flatMap((word) => {
    const given = answers.get(word.id);
    if (given === undefined) return [];
    return [{ value: word.id, label: given === unknown ? `${word.label}: not known` : plain(givenLabel(word, given)) }];
  });
  const list = await withEscape(streams, () =>
    select({
      message: 'Which answer? (Esc to go back)',
      options: [...options, { value: '', label: 'None, go back' }],
      maxItems: longList,
      ...streams,
    }),
  );
  if (list.escaped) return true;
  if (isCancel(list.answer)) return false;
  const id = list.answer;
  const given = answers.get(id);
  if (given === undefined) return true;
  const help = questionOf(knowledge, id)?.help ?? '';
  if (help !== '') note(plain(help), knowledge.wordById.get(id)?.label, streams);
  const asked = await withEscape(streams, () => askWord(desk, id, { given: String(given), changeable: false }));
  if (asked.escaped) return true;
  if (asked.answer === null) return false;
  put(knowledge, answers, id, asked.answer);
  return true;
}

/** Puts an answer in the place of another; a setting that is left open is no answer. */
function put(knowledge: Knowledge, answers: Given, id: string, value: string): void {
  const read = readAnswers(knowledge, [[id, value]]).answers.get(id);
  if (read === undefined) answers.delete(id);
  else answers.set(id, read);
}

const plain = (markdown: string) =>
  pieces(markdown)
    .map(({ kind, text: words }) => (kind === 'gap' ? '\n' : words))
    .join('');
