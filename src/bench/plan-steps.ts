import type { Knowledge } from '../knowledge/knowledge.js';
import { names, readMark, writeMark, writePage } from '../slack/names.js';
import { fieldBlock } from '../slack/plan-page.js';
import type { RunningApp } from './running-app.js';
import { metadataIn, type StandIn } from './slack-stand-in.js';

/** Answers one question of a plan, as a signed request; resolves once it is acknowledged. */
export type Step = () => Promise<void>;

/** Starts a plan; each step then answers its first question, differently each time. */
export async function stepsOfPlan(
  app: RunningApp,
  slack: StandIn,
  { questions, wordById }: Knowledge,
  user: string,
): Promise<Step> {
  const word = questions[0]?.word ?? '';
  const values =
    wordById
      .get(word)
      ?.values.slice(-2)
      .map(({ id }) => id) ?? [];
  let step = 0;
  const opened = slack.opened();
  await app.send({
    command: '/tsdeploy',
    text: `plan ${word}=${values[0]}`,
    user_id: user,
    user_name: user,
    trigger_id: `${user}.0`,
  });
  let mark = readMark(await opened);
  return async () => {
    step += 1;
    const metadata = writeMark(mark, writePage({ turn: 0, asking: word }));
    const value = values[(step * 7) % values.length];
    const text = await app.send(submission(user, metadata, { selected_option: { value } }));
    mark = readMark(metadataIn(text));
    if (mark.id === '') throw new Error(`no next page: ${text.slice(0, 200)}`);
  };
}

/** Answers a step that a bare app takes as well: the same request each time. */
export const sameStep =
  (app: RunningApp, user: string): Step =>
  async () => {
    await app.send(submission(user, 'constant', { selected_option: { value: 'constant' } }));
  };

function submission(user: string, metadata: string, field: object): Record<string, string> {
  const view = {
    id: `V${user}`,
    type: 'modal',
    hash: '1.a',
    callback_id: names.planView,
    private_metadata: metadata,
    state: { values: { [fieldBlock(0)]: { [names.answer]: field } } },
  };
  const payload = {
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: user, username: user },
    view,
    trigger_id: 't',
  };
  return { payload: JSON.stringify(payload) };
}
