import type { Word } from '../knowledge/vocabulary.js';
import { type Exported, type Step, variableOf } from './task-sequence-export.js';
import { type Told, untold } from './task-sequence-variables.js';

/** The value that no step proves: it is left where no other applies. */
const plain = 'software-or-script';

/** Answers the kind of a task sequence, by its enabled steps; null where none is enabled. */
export function kindOf(word: Word, { steps }: Exported, broken: boolean): Told | null {
  const enabled = steps.filter((step) => step.enabled);
  const [first] = enabled;
  if (!first) return null;
  const proofs = enabled.flatMap((step) => provedBy(word, step).map((value) => ({ value, step })));
  const [proof] = proofs;
  const other = proofs.find(({ value }) => value !== proof?.value);
  if (proof && other)
    return told(other.step, null, `steps of several kinds are enabled, ${proof.value} and ${other.value}`);
  if (proof) return told(proof.step, proof.value, '');
  if (broken) return told(first, null, `${word.id} can't be told before all steps are known`);
  const open = enabled.find(
    (step) => !isPlain(word, step) || step.runIn.toLowerCase() === 'winpe' || mentionsImages(step),
  );
  if (open) return told(open, null, `${word.id} isn't told: this step may belong to an installation by script`);
  return { ...told(first, plain, ''), inferred: enabled.some((step) => isScript(step) || isUpgradeCheck(word, step)) };
}

const told = (step: Step, value: string | null, why: string): Told => ({
  ...untold(`${step.type} "${step.name}"`, step),
  value,
  why,
});

/** The kinds, apart from the plain one, that a step proves. */
const provedBy = (word: Word, step: Step): string[] =>
  word.values.flatMap(({ id, marks }) =>
    id !== plain && marks.steps.some((mark) => mark.type === step.type && !isExempt(mark, step)) ? [id] : [],
  );

type Mark = Word['marks']['steps'][number];

function isExempt({ unless }: Mark, step: Step): boolean {
  const text = unless ? variableOf(step, unless.name)?.text : undefined;
  return unless !== null && text?.toLowerCase() === unless.text.toLowerCase();
}

/** A step that proves another kind but for its exemption only checks. */
const isUpgradeCheck = (word: Word, step: Step) =>
  word.values.some(({ id, marks }) => id !== plain && marks.steps.some((mark) => mark.type === step.type));

const isPlain = (word: Word, step: Step) =>
  isUpgradeCheck(word, step) ||
  word.values.some(({ id, marks }) => id === plain && marks.steps.some(({ type }) => type === step.type));

const isScript = ({ type }: Step) => /^SMS_TaskSequence_Run/.test(type);

/** What a script calls that installs Windows with no step of its own. */
const imaging = [
  'image',
  '.wim',
  '.ffu',
  '.esd',
  'diskpart',
  'format-volume',
  'clear-disk',
  'initialize-disk',
  'bcdboot',
  'osdcloud',
  '/auto upgrade',
  '/auto clean',
  'setupprep',
];

function mentionsImages(step: Step): boolean {
  if (!isScript(step)) return false;
  const texts = [...step.variables.values()].map(({ text }) =>
    (/^[A-Za-z0-9+/=]{40,}$/.test(text) ? decoded(text) : text).toLowerCase(),
  );
  return texts.some((text) => imaging.some((sign) => text.includes(sign)));
}

/** A script that stands in the step itself is kept in Base64. */
const decoded = (text: string) => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');
};
