import type { Fault, Stated, Subject, Unread } from '../guide/reading.js';
import { readValue } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Word } from '../knowledge/vocabulary.js';
import { clip } from './fault.js';
import { otherDialect, unknownValue } from './faults.js';
import type { Exported, Step } from './task-sequence-export.js';
import { kindOf } from './task-sequence-kind.js';
import { overrides, type Told, untold, valueIn } from './task-sequence-variables.js';

/** Answers what one exported task sequence states; `broken` where more of it may be missing. */
export function exportedWords(
  knowledge: Knowledge,
  exported: Exported,
  broken: boolean,
): { subject: Subject; unread: readonly Unread[] } {
  const stated: Stated[] = [];
  const faults: Fault[] = [];
  const unread: Unread[] = [];
  const tell = (word: Word, told: Told | null): void => {
    if (!told) return;
    const { line, column } = told.at;
    if (told.fault) {
      const expected = told.value === null ? word.values.map(({ id }) => id) : [];
      faults.push(unknownValue(word.id, told.text, expected, told.fault, told.at, null));
    }
    if (told.value !== null) {
      const one = { word: word.id, value: told.value, text: clip(told.text, 200), line, column };
      stated.push(told.inferred ? { ...one, inferred: true } : one);
    } else if (!told.fault) unread.push({ line, text: `${clip(told.text, 120)} (${told.why})` });
  };
  const dialect = foreignStep(exported);
  if (dialect) faults.push(otherDialect(dialect.type, dialect));
  for (const word of knowledge.words) {
    if (word.marks.properties.length > 0) tell(word, byProperty(word, exported));
    else if (word.values.some(({ marks }) => marks.steps.length > 0)) {
      const kind = kindOf(word, exported, broken);
      if (!dialect || (kind && kind.value !== null)) tell(word, kind);
    } else if (word.marks.steps.length > 0) tell(word, bySteps(word, exported, broken));
  }
  return { subject: { stated, faults }, unread };
}

/** MDT's own dialect has an older version and steps of its own; the console's sequences may hold such steps too. */
const foreignStep = ({ version, steps }: Exported): Step | undefined =>
  version?.startsWith('3.0') ? steps.find(({ type }) => type.startsWith('BDD_')) : undefined;

function byProperty(word: Word, { properties }: Exported): Told | null {
  for (const { name } of word.marks.properties) {
    const cell = properties.get(name.toLowerCase());
    if (!cell) continue;
    const told = untold(cell.text, cell);
    // A yes-or-no word asks whether there is one: PKG;;Program is, ;; isn't.
    if (word.type === 'yes-no') return { ...told, value: word.values[/^[;\s]*$/.test(cell.text) ? 1 : 0]?.id ?? null };
    const read = word.type === 'text' && cell.text !== '' ? readValue(word, cell.text) : null;
    if (read && 'value' in read) return { ...told, value: String(read.value) };
    if (read && 'message' in read) return { ...told, why: read.message };
  }
  return null;
}

/** What the enabled steps of a word's types say of it by their variables. */
function bySteps(word: Word, exported: Exported, broken: boolean): Told | null {
  const types = word.marks.steps.map(({ type }) => type);
  const steps = exported.steps.filter((step) => step.enabled && types.includes(step.type));
  const told = steps.map((step) => valueIn(word, step));
  const last = told.at(-1);
  if (!last) return null;
  const other = overrides(word, exported).find(({ value }) => value !== last.value);
  if (other) return { ...untold(other.text, other.at), why: `this variable may change ${word.id}` };
  const different = told.some(({ value }) => value !== last.value);
  // The last step that joins wins; steps that only run in some cases don't prove that it runs.
  const lastWins = word.values.some(({ marks }) => marks.variables.length > 0);
  if (different && !lastWins) return { ...last, value: null, fault: null, why: `steps differ in ${word.id}` };
  return { ...last, inferred: last.inferred || broken || (different && (steps.at(-1)?.conditional ?? false)) };
}
