import type { Fault, Stated, Unread } from '../guide/reading.js';
import { readValue, valueNamed } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Property } from '../knowledge/marks.js';
import type { Word } from '../knowledge/vocabulary.js';
import { type Draft, filled, holding, leave, state, truth } from './deployment-draft.js';
import { readAssignment, readBox, readDate } from './deployment-times.js';
import { isComplete } from './deployment-use.js';
import { clip } from './fault.js';
import { unknownValue } from './faults.js';
import type { Order } from './printed-date.js';
import type { Cell, Properties } from './printed-object.js';
import { readBits, readBoolean } from './printed-values.js';

/** What one printed deployment states. */
export interface DeploymentWords {
  readonly stated: readonly Stated[];
  readonly faults: readonly Fault[];
  readonly unread: readonly Unread[];
}

/** Answers what a printed deployment states, by the names that the vocabulary has for its properties and bits. */
export function deploymentWords(
  knowledge: Knowledge,
  object: Properties,
  order: Order,
  fast: boolean,
): DeploymentWords {
  const complete = !fast && isComplete(knowledge, object);
  const draft: Draft = { object, complete, order, stated: new Map(), faults: [], unread: new Map() };
  const boxes = knowledge.words.flatMap(({ id, utc }) => (utc === null ? [] : [{ time: id, box: utc }]));
  for (const word of knowledge.words) if (!boxes.some(({ box }) => box === word.id)) readWord(word, draft);
  // A UTC box says something only beside its time.
  for (const { time, box } of boxes) {
    const word = knowledge.wordById.get(box);
    if (word && draft.stated.has(time)) readBox(word, draft);
  }
  return { stated: [...draft.stated.values()], faults: draft.faults, unread: [...draft.unread.values()] };
}

function readWord(word: Word, draft: Draft): void {
  const { marks, values } = word;
  if (word.type === 'schedule') readAssignment(word, draft);
  else if (values.some((value) => value.marks.flags.length > 0)) readChoice(word, draft);
  else if (values.some((value) => value.marks.properties.length > 0)) readEnumeration(word, draft);
  else if (marks.flags.length > 0) readFlags(word, draft);
  else for (const property of marks.properties) if (!draft.stated.has(word.id)) readProperty(word, property, draft);
}

function readChoice(word: Word, draft: Draft): void {
  const found = holding(word, draft);
  const [first] = found;
  if (first && found.length === 1) state(draft, word, first.id, first.cell, first.inferred);
  else if (first)
    contradicts(
      draft,
      first.cell,
      word,
      found.map(({ id }) => id),
    );
}

const contradicts = (draft: Draft, cell: Cell, word: Word, values: readonly string[]) =>
  leave(draft, cell, `it says several things of ${word.id}: ${values.join(', ')}`);

function readEnumeration(word: Word, draft: Draft): void {
  const all = word.values.flatMap(({ id, marks }) => marks.properties.map((property) => ({ id, property })));
  for (const name of new Set(all.map(({ property }) => property.name))) {
    const cell = filled(draft, name);
    if (!cell || draft.stated.has(word.id)) continue;
    const known = all.filter(({ property }) => property.name === name);
    const meant = known.find(({ property }) => readBits(property.equals ?? '') === readBits(cell.text));
    const named = valueNamed(word, cell.text);
    if (meant) state(draft, word, meant.id, cell, meant.property.inferred);
    else if (named) state(draft, word, named.id, cell, false);
    else {
      const allowed = known.map(({ id, property }) => `${property.equals} (${id})`).join(', ');
      const why = `${cell.name} "${clip(cell.text)}" isn't a value of ${word.id}. Allowed: ${allowed}.`;
      draft.faults.push(
        unknownValue(
          word.id,
          cell.text,
          word.values.map(({ id }) => id),
          why,
          cell,
          null,
        ),
      );
    }
  }
}

function readFlags(word: Word, draft: Draft): void {
  const all = word.marks.flags.map((flag) => ({ flag, told: truth(flag, draft) }));
  readValued(
    word,
    draft,
    all.filter(({ flag, told }) => flag.value !== null && told?.holds),
  );
  // Without a value: the word's first value where all rows hold, its second where one doesn't.
  const rows = all.filter(({ flag }) => flag.value === null);
  const against = rows.find(({ told }) => told !== null && !told.holds);
  const row = against ?? (rows.every(({ told }) => told !== null) ? rows[0] : undefined);
  const value = word.values[against ? 1 : 0];
  if (row?.told && value) state(draft, word, value.id, row.told.cell, row.flag.inferred);
}

function readValued(
  word: Word,
  draft: Draft,
  rows: readonly { flag: { value: string | null; inferred: boolean }; told: ReturnType<typeof truth> }[],
): void {
  const values = [...new Set(rows.flatMap(({ flag }) => flag.value ?? []))];
  const [row] = rows;
  const [value] = values;
  if (!row?.told || value === undefined) return;
  if (values.length > 1) contradicts(draft, row.told.cell, word, values);
  else state(draft, word, value, row.told.cell, row.flag.inferred);
}

function readProperty(word: Word, property: Property, draft: Draft): void {
  const cell = filled(draft, property.name);
  if (!cell) return;
  if (word.type === 'date') {
    readDate(word, property, cell, draft);
    return;
  }
  const said = readBoolean(cell.text);
  const box = said === null ? undefined : word.values[said ? 0 : 1];
  const read = box ? { value: box.id } : readValue(word, cell.text.replace(/\s+/g, ' '));
  if ('value' in read) state(draft, word, read.value, cell, property.inferred);
  else leave(draft, cell, read.message);
}
