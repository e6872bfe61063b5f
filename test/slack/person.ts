import { optionsOf } from '../../src/desk/elements.js';
import type { Entry } from '../../src/desk/entries.js';
import { fieldsOf, itemsOf, textOf } from '../../src/desk/fields.js';
import { type Input, inputsIn } from '../../src/desk/inputs.js';
import type { DeskMessage } from '../../src/desk/state.js';
import type { Desk } from '../../src/desk/workspace.js';

/** Answers all text that a person sees in a part of a payload. */
export function textIn(part: unknown): string {
  if (Array.isArray(part)) return part.map(textIn).join('\n');
  return Object.entries(fieldsOf(part))
    .map(([name, value]) => (name === 'text' && typeof value === 'string' ? value : textIn(value)))
    .filter((text) => text !== '')
    .join('\n');
}

/** What a person does in the plan's modal, and what they see there. */
export interface PersonAtPlan {
  /** Sends a command and waits for the modal. */
  open(line?: string): Promise<void>;
  /** Answers the question on the page. */
  answer(value: string): Promise<void>;
  /** Answers "I don't know" to all that is still asked; answers how many questions that were. */
  dontKnowTheRest(): Promise<number>;
  page(): string;
  question(): string;
  /** The option or text that the field of the page holds. */
  held(): string;
  field(): Input | undefined;
  /** Presses a button, or chooses from a list, and waits for the other page. */
  press(name: string, value?: string): Promise<void>;
  /** Waits for the card of a plan; answers all messages. */
  plan(): Promise<DeskMessage[]>;
  /** The newest message with these words. */
  message(words: string): DeskMessage | undefined;
  /** Presses something in a message, and waits until it says something else. */
  turn(message: DeskMessage, name: string, value?: Entry): Promise<DeskMessage>;
  /** Goes through all tabs of the newest card and their pages; answers their text, and how many they are. */
  wholePlan(): Promise<{ text: string; pages: number }>;
}

/** Answers a person in a workspace. */
export function person(desk: Desk, user = 'UANN'): PersonAtPlan {
  const blocks = () => itemsOf(desk.openView(user)?.view.blocks);
  const input = (name: string) => inputsIn(blocks()).find(({ action }) => action === name);
  const field = () => input('answer');
  const message = (words: string) =>
    desk
      .messagesSeenBy(user)
      .filter(({ blocks }) => textIn(blocks).includes(words))
      .at(-1);
  const turn = async (card: DeskMessage, name: string, value?: Entry): Promise<DeskMessage> => {
    const now = () => desk.state.messages.find(({ ts }) => ts === card.ts);
    await desk.click(user, name, value, now() ?? card);
    const before = JSON.stringify(card.blocks);
    return desk.state.until(() => {
      const other = now();
      return other && JSON.stringify(other.blocks) !== before && other;
    }, `another message after ${name}`);
  };
  return {
    field,
    async open(line = '/tsdeploy plan') {
      const before = desk.openView(user)?.id;
      await desk.command(user, line);
      await desk.state.until(() => desk.openView(user) && desk.openView(user)?.id !== before, 'a modal');
    },
    async answer(value) {
      await desk.submit(user, { answer: value });
    },
    async dontKnowTheRest() {
      let count = 0;
      for (; field(); count += 1)
        await desk.submit(user, input('unknown') ? { unknown: 'unknown' } : { answer: 'unknown' });
      return count;
    },
    page: () => textIn(desk.openView(user)?.view),
    question: () => field()?.label ?? '',
    held() {
      const { element = {} } = field() ?? {};
      return textOf(fieldsOf(element).initial_value) || textOf(fieldsOf(fieldsOf(element).initial_option).value);
    },
    async press(name, value) {
      const before = desk.openView(user)?.hash;
      await desk.click(user, name, value);
      await desk.state.until(() => desk.openView(user)?.hash !== before, 'another page');
    },
    message,
    turn,
    async wholePlan() {
      let card = message('Deployment plan.');
      const texts: string[] = [];
      for (const tab of ['overview', 'settings', 'checklist', 'procedures']) {
        if (!card) break;
        if (tab !== 'overview') card = await turn(card, `tab:${tab}`);
        texts.push(textIn(card.blocks));
        while (inputsIn(card.blocks).some(({ action }) => action === `tab:${tab}.after`)) {
          card = await turn(card, `tab:${tab}.after`);
          texts.push(textIn(card.blocks));
        }
      }
      return { text: texts.join('\n'), pages: texts.length };
    },
    async plan() {
      await desk.state.until(
        () => desk.messagesSeenBy(user).some((message) => textIn(message.blocks).includes('Deployment plan.')),
        'the plan',
      );
      return desk.messagesSeenBy(user);
    },
  };
}

/** Answers the values that a field offers. */
export const offered = (field: Input | undefined): string[] =>
  optionsOf(field?.element ?? {}).map(({ value }) => textOf(value));
